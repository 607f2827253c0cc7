import { laterOf, type Recorded, type RecordedEvent } from '@trajectboek/events';
import { isOpen } from '../spells/spell.js';
import { enrolmentsOf, internshipsOf, placementsOf, staysOf, tracksOf } from '../spells/spells.js';
import { remembered } from '../remembered.js';
import type { Youth } from '../youth.js';
import { itemOf, type FacetItem } from './facet-item.js';

export const educationItems = remembered((youth): readonly FacetItem[] =>
  enrolmentsOf(youth).filter(isOpen).map(({ start }) => itemOf(start, {
    reviews: youth.history.all('EnrolmentChanged').filter(({ data }) => data.institution === start.data.institution),
  })));

export const internshipItems = remembered((youth): readonly FacetItem[] =>
  internshipsOf(youth).filter(isOpen).map(({ start }) => itemOf(start, {
    reviews: [
      ...youth.history.all('InternshipEvaluated').filter(({ data }) => data.internshipId === undefined || data.internshipId === start.data.internshipId),
      ...workplaceContacts(youth, ({ internshipId }) => internshipId !== undefined && internshipId === start.data.internshipId),
    ],
  })));

/** Somebody was in touch with the workplace about this place: that is a review of it. */
function workplaceContacts({ history }: Youth, isAbout: (data: Recorded<'WorkplaceContactHeld'>['data']) => boolean): readonly Recorded<'WorkplaceContactHeld'>[] {
  return history.all('WorkplaceContactHeld').filter(({ data }) => isAbout(data));
}

/** `paid` decides between work and activity, and a day activity is always care (views.md, readings). */
function openPlacements(youth: Youth, facet: 'work' | 'activity' | 'care'): FacetItem[] {
  return placementsOf(youth)
    .filter((placement) => isOpen(placement) && facetOfPlacement(placement.start.data) === facet)
    .map(({ start }) => itemOf(start, {
      reviews: [
        ...youth.history.all('PlacementChanged').filter(({ data }) => data.placementId === start.data.placementId),
        ...workplaceContacts(youth, ({ placementId }) => placementId === start.data.placementId),
      ],
    }));
}

export function facetOfPlacement({ kind, paid }: { readonly kind: string; readonly paid: boolean }): 'work' | 'activity' | 'care' {
  if (kind === 'day-activity') return 'care';
  return paid ? 'work' : 'activity';
}

export const workItems = remembered((youth): readonly FacetItem[] => openPlacements(youth, 'work'));

export const activityItems = remembered((youth): readonly FacetItem[] => [
  ...openPlacements(youth, 'activity'),
  ...tracksOf(youth).filter(isOpen).map(({ start }) => itemOf(start, {
    reviews: [...youth.history.all('TrackPhaseChanged').filter(({ data }) => data.programme === start.data.programme), ...plansOf(youth)],
    staleAfter: 'staleTrackAfter',
  })),
  ...internshipsWithoutEnrolment(youth),
]);

/** A plan that is agreed or reviewed during a track is what the track does. */
function plansOf({ history }: Youth): readonly RecordedEvent[] {
  return [...history.all('PlanAgreed'), ...history.all('PlanReviewed')];
}

function internshipsWithoutEnrolment(youth: Youth): FacetItem[] {
  if (educationItems(youth).length > 0) return [];
  const leftSchool = enrolmentsOf(youth).map(({ end }) => end?.occurredOn ?? '').reduce(laterOf, '');
  return internshipItems(youth).map((item) => ({ ...item, since: laterOf(item.since, leftSchool) }));
}

export const careItems = remembered((youth): readonly FacetItem[] => [
  ...openPlacements(youth, 'care'),
  ...staysOf(youth).filter(isOpen).map(({ start }) => itemOf(start)),
]);
