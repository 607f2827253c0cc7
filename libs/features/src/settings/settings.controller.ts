import { Body, Controller, Get, HttpCode, Param, Put } from '@nestjs/common';
import { Access, Clock, OrganisationSettingsPort, problem, Requires, RuleBookPort, VALID_BODY, type RequestAccess } from '@trajectboek/api';
import { ArrayMaxSize, IsArray, IsString } from 'class-validator';

export class SettingsRequest {
  @IsArray({ message: 'is geen lijst' }) @ArrayMaxSize(200, { message: 'is te lang' }) @IsString({ each: true, message: 'bevat iets dat geen code is' })
  programmesEnabled!: string[];
}

const ORGANISATION = /^urn:nld:oin:\d{20}$/;

/** Which programme and municipal clocks run for an organisation. */
@Controller('v1/settings/:organisation')
export class SettingsController {
  constructor(
    private readonly settings: OrganisationSettingsPort,
    private readonly ruleBook: RuleBookPort,
    private readonly clock: Clock,
  ) {}

  @Get()
  @Requires('settings:write', 'Toon welke programmaklokken lopen voor een organisatie')
  read(@Param('organisation') organisation: string, @Access() access: RequestAccess): unknown {
    this.#own(organisation, access);
    return { organisation, programmesEnabled: this.settings.programmesOf(organisation) };
  }

  @Put()
  @HttpCode(200)
  @Requires('settings:write', 'Zet programmaklokken aan of uit voor een organisatie')
  async write(@Param('organisation') organisation: string, @Body(VALID_BODY) body: SettingsRequest, @Access() access: RequestAccess): Promise<unknown> {
    this.#own(organisation, access);
    const known = new Set(this.ruleBook.value.clocks.map(({ code }) => code));
    const faults = body.programmesEnabled.flatMap((code, index) => (known.has(code) ? [] : [{ pointer: `/programmesEnabled/${index}`, code: 'schema', detail: 'is geen klok die wij kennen' }]));
    if (faults.length > 0) throw problem('schema', 'Zie errors voor wat er niet klopt.', faults);
    await this.settings.setProgrammes(organisation, { programmes: body.programmesEnabled, at: this.clock.now() });
    return { organisation, programmesEnabled: body.programmesEnabled };
  }

  /** An organisation sets its own clocks; the loader of stories sets those of the stories. */
  #own(organisation: string, { caller }: RequestAccess): void {
    if (!ORGANISATION.test(organisation)) throw problem('schema', 'Een organisatie is urn:nld:oin: met 20 cijfers.', [{ pointer: '/organisation', code: 'schema', detail: 'is geen organisatie' }]);
    if (caller.role === 'loader' || caller.organisation === organisation) return;
    throw problem('source-not-yours', 'Een organisatie stelt alleen haar eigen klokken in.');
  }
}
