import { getEventType, type EventTypeDescription, type FieldDescription, type FieldSchema } from '@trajectboek/events';

const TRAJECTORY = '5f0c1f6e-8f9b-4b8e-9a57-2b1f7a3c9d10';
const SCHOOL = 'urn:nld:oin:00000001001234567000';
const MUNICIPALITY = 'urn:nld:oin:00000001002345678000';
const HAPPENED = '2021-09-01';
const LATER = '2021-10-01';
const LOGGED = '2021-09-02T08:30:00Z';

/** Fields for which any date or text would be a strange example. */
const VALUES: Readonly<Record<string, unknown>> = {
  occurredAt: HAPPENED, birthDate: '2003-05-12', submittedOn: '2021-08-20', enrolmentStartedOn: '2021-02-01', writtenWarningOn: '2021-06-15',
  lastSchoolDay: '2021-08-31', lastWorkingDay: '2021-08-31', plannedEnd: '2022-07-15', contractUntil: '2022-08-31', until: '2022-08-31',
  validUntil: '2022-08-31', handoverId: 'h-2021-017', consentId: 't-2021-004', requestId: 'v-2021-002', placementId: 'p-2021-009',
  internshipId: 's-2021-011', appointmentId: 'a-2021-031', referralId: 'd-2021-006', runId: 'k-2021-09', level: 2, hours: 20, weeks: 4, hoursPerWeek: 24,
  to: MUNICIPALITY, correctedEventId: `${SCHOOL} e-2021-0007`, retractedEventId: `${SCHOOL} e-2021-0007`, eventId: `${SCHOOL} e-2021-0007`,
  against: `${SCHOOL} e-2021-0007`,
};

/** A CloudEvent of the type in structured mode, with every field filled; valid as it stands. */
export function exampleEvent(type: EventTypeDescription): Readonly<Record<string, unknown>> {
  return {
    specversion: '1.0', type: type.wireType, source: `${SCHOOL}:systeem:leerlingvolgsysteem`, id: 'e-2021-0042', subject: TRAJECTORY,
    time: LOGGED, datacontenttype: 'application/json', data: exampleData(type),
  };
}

function exampleData(type: EventTypeDescription): Readonly<Record<string, unknown>> {
  return Object.fromEntries(type.fields.map((field) => [field.name, exampleValue(field)]));
}

function exampleValue({ name, schema }: FieldDescription): unknown {
  const own = VALUES[name];
  if (own !== undefined && fits(own, schema)) return own;
  if (schema['type'] === 'object') return { ...exampleData(getEventType('EnrolmentEnded')), occurredAt: '2021-08-31' };
  const items = schema['items'] as FieldSchema | undefined;
  return items ? [simpleValue(items)] : simpleValue(schema);
}

/** The same name is an enumeration in one type and a number or code in another. */
function fits(value: unknown, schema: FieldSchema): boolean {
  if ('enum' in schema) return false;
  return typeof value === 'number' ? schema['type'] === 'integer' : schema['type'] === 'string';
}

function simpleValue(schema: FieldSchema): unknown {
  const { type, format, pattern, enum: codes } = schema;
  if (Array.isArray(codes)) return codes[0];
  if (type === 'boolean') return true;
  if (type === 'integer') return 1;
  if (format === 'date' || 'anyOf' in schema) return LATER;
  return typeof pattern === 'string' ? matching(pattern) : 'document:2021-0113';
}

function matching(pattern: string): string {
  if (pattern.includes('oin')) return SCHOOL;
  if (pattern.startsWith('^person')) return 'person:begeleider-7';
  return pattern.startsWith('^GM') ? 'GM0153' : 'voorbeeld';
}
