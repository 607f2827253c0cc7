import { EVENT_TYPES, getEventType } from '@trajectboek/events';
import { clearType, fromParts, toParts } from './event-codec.js';

const OPENED = { occurredAt: '2021-08-30', reason: 'mbo', birthDate: '2004-05-06', municipality: 'GM0153' };

describe('an event on its way into its ciphertexts', () => {
  it('is divided over the classes of its fields: the birth date is identity, the rest is path', () => {
    const parts = toParts(getEventType('TrajectoryOpened'), { type: 'TrajectoryOpened', id: 'a-1', data: OPENED }, 'path');
    expect(parts).toEqual({
      path: { id: 'a-1', data: { occurredAt: '2021-08-30', reason: 'mbo', municipality: 'GM0153' } },
      identity: { birthDate: '2004-05-06' },
    });
  });

  it('comes out as it went in', () => {
    const type = getEventType('TrajectoryOpened');
    const parts = toParts(type, { type: 'TrajectoryOpened', id: 'a-1', data: OPENED }, 'path');
    expect(fromParts(clearType(type, 'path'), parts)).toEqual({ type: 'TrajectoryOpened', id: 'a-1', data: OPENED });
  });

  it('hides the name of a type that is itself sensitive', () => {
    const type = getEventType('InstitutionStayStarted');
    expect(clearType(type, type.dataClass)).toBeNull();
    const parts = toParts(type, { type: type.name, id: 'b-1', data: { occurredAt: '2021-01-01', category: 'detention' } }, type.dataClass);
    expect(Object.keys(parts)).toEqual(['criminal']);
    expect(fromParts(null, parts).type).toBe('InstitutionStayStarted');
  });

  it('shows the name of every type of the ordinary path and of care, and of no health or criminal type', () => {
    const hidden = EVENT_TYPES.filter((type) => clearType(type, type.dataClass) === null).map(({ name }) => name);
    expect(hidden).toEqual(['LifeEventRecorded', 'InstitutionStayStarted', 'InstitutionStayEnded', 'AssessmentRecorded', 'IndicationDecided']);
  });

  it('is refused when the parts are not those of one event', () => {
    expect(() => fromParts('TrajectoryOpened.v1', { identity: { birthDate: '2004-05-06' } })).toThrow('not those of one event');
    expect(() => fromParts('NoSuchType.v1', { path: { id: 'a', data: {} } })).toThrow('not those of one event');
    expect(() => fromParts(null, { health: { id: 'a', data: {} } })).toThrow('not those of one event');
  });
});
