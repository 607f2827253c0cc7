import { plus } from '@trajectboek/events';
import { hasContactSince, hasStartSince } from '@trajectboek/situation';
import { periodOf, reference, type WorkList } from '../work-item.js';

/** Left an institution without a place to go to, and neither spoken to nor started anywhere since. */
export const INSTITUTION_RELEASE: WorkList = {
  id: 'institution-release-without-follow-up',
  label: 'Uit een instelling zonder vervolg',
  itemsOf(context) {
    const release = context.youth.history.newest('InstitutionStayEnded');
    if (!release || release.data.followUpPlaceArranged === true) return [];
    if (hasContactSince(context.youth, release.occurredOn) || hasStartSince(context.youth, release.occurredOn)) return [];
    return [{
      key: release.eventId, since: release.occurredOn, dueOn: plus(release.occurredOn, periodOf(context, 'releaseContact', release.occurredOn)), owner: release.organisation,
      why: { code: 'released', label: 'Geen vervolgplek en nog geen contact' }, nextStep: 'Zoek de jongere op en regel een plek, inkomen en een vaste begeleider.', events: [reference(release)],
    }];
  },
};
