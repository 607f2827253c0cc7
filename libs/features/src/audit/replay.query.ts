import { IsCivilDate, IsMomentText, ViewQuery } from '@trajectboek/api';
import { IsOptional } from 'class-validator';

/** Two moments of one youth to compare: what was true and known then, and at the other moment. */
export class DifferenceQuery extends ViewQuery {
  @IsOptional() @IsCivilDate() otherAsOf?: string;
  @IsOptional() @IsMomentText() otherKnownAt?: string;
}
