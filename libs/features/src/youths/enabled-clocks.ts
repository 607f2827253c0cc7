import { Injectable } from '@nestjs/common';
import { OrganisationSettingsPort } from '@trajectboek/api';
import type { Chronicle } from '@trajectboek/events';
import { enabledFor } from '@trajectboek/settings';
import { organisationsIn } from '@trajectboek/situation';

/** The programme and municipal clocks that run for a youth: those that an organisation in his path switched on. */
@Injectable()
export class EnabledClocks {
  constructor(private readonly settings: OrganisationSettingsPort) {}

  for(chronicle: Chronicle): ReadonlySet<string> {
    return enabledFor(this.settings, organisationsIn(chronicle));
  }
}
