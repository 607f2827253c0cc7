import { IsMunicipality, problem } from '@trajectboek/api';
import { findWorkList, listIdOf, TURNING, TURNING_ALL } from '@trajectboek/worklists';
import { IsOptional, Matches } from 'class-validator';
import { IsRegionOf } from '../youths/region-name.js';
import { STREAMED_VIEWS, type StreamedView, type Subscription } from './subscription.js';

const CODES = /^[a-z0-9]+(?:-[a-z0-9]+)*(?:,[a-z0-9]+(?:-[a-z0-9]+)*)*$/;
const IsCodes = (): PropertyDecorator => Matches(CODES, { message: 'is geen code, of codes met een komma ertussen' });

/** Which part of the changes a listener wants; without parameters all that it may see. */
export class StreamQuery {
  @IsOptional() @IsCodes() views?: string;
  /** Work lists; without `views` only those. */
  @IsOptional() @IsCodes() lists?: string;
  @IsOptional() @IsMunicipality() municipality?: string;
  @IsOptional() @IsRegionOf('rmcRegion') rmcRegion?: string;
  @IsOptional() @IsRegionOf('labourMarketRegion') labourMarketRegion?: string;
}

/** @throws ProblemError invalid-query for a view or a list that there is not */
export function subscriptionTo({ views, lists, municipality, rmcRegion, labourMarketRegion }: StreamQuery): Subscription {
  const named = lists?.split(',').flatMap(listsCalled);
  const asked = views?.split(',').map(viewCalled);
  return {
    views: new Set(asked ?? (named ? ['worklists'] : STREAMED_VIEWS)),
    lists: named && new Set(named),
    places: { ...(municipality !== undefined && { municipality }), ...(rmcRegion !== undefined && { rmcRegion }), ...(labourMarketRegion !== undefined && { labourMarketRegion }) },
  };
}

function viewCalled(name: string): StreamedView {
  const view = STREAMED_VIEWS.find((one) => one === name);
  if (view === undefined) throw problem('invalid-query', 'Dit overzicht is er niet.', [{ pointer: '?views', code: 'schema', detail: `kies uit ${STREAMED_VIEWS.join(', ')}` }]);
  return view;
}

function listsCalled(name: string): readonly string[] {
  const id = listIdOf(name);
  if (id === TURNING_ALL.id) return TURNING.map((list) => list.id);
  if (findWorkList(id) === undefined) throw problem('invalid-query', 'Deze werklijst kan niet gevolgd worden.', [{ pointer: '?lists', code: 'schema', detail: 'is geen werklijst over één jongere; zie /v1/worklists' }]);
  return [id];
}
