/** The words in which APIs of sales applications say what extension points ask for, the likelier first. */

/** What a value means, whatever the extension point calls it. */
export type Sense = 'id' | 'title' | 'event' | 'text' | 'status' | 'time' | 'link' | 'file' | 'kind' | 'icon';

export const senses: Readonly<Record<Sense, readonly string[]>> = {
  id: ['id', 'uuid', 'guid', 'identifier', 'key', 'number', 'reference', 'code'],
  title: [
    'title',
    'display name',
    'name',
    'subject',
    'email subject',
    'headline',
    'label',
    'file name',
    'filename',
    'number',
  ],
  event: [
    'title',
    'headline',
    'subject',
    'event',
    'event type',
    'event name',
    'activity',
    'activity type',
    'action',
    'name',
    'type',
    'kind',
    'status',
  ],
  text: [
    'description',
    'summary',
    'message',
    'text',
    'detail',
    'abstract',
    'excerpt',
    'snippet',
    'body',
    'note',
    'comment',
    'remark',
    'reason',
  ],
  status: ['status', 'state', 'stage', 'phase'],
  time: [
    'occurred at',
    'happened at',
    'event time',
    'date time',
    'timestamp',
    'time',
    'occurred on',
    'status changed at',
    'last activity at',
    'changed at',
    'updated at',
    'modified at',
    'last modified',
    'last modified at',
    'updated',
    'modified',
    'changed on',
    'updated on',
    'modified on',
    'completed at',
    'signed at',
    'published at',
    'sent at',
    'date',
    'created at',
    'created on',
    'created',
    'created date',
    'start',
  ],
  link: [
    'web url',
    'url',
    'link',
    'web link',
    'permalink',
    'html url',
    'app url',
    'view url',
    'href',
    'uri',
    'web',
    'self',
  ],
  file: [
    'share url',
    'share link',
    'public url',
    'web url',
    'url',
    'link',
    'web link',
    'view url',
    'preview url',
    'download url',
    'download link',
    'file url',
    'content url',
    'document url',
    'href',
    'uri',
    'web',
    'download',
  ],
  kind: ['mime type', 'content type', 'media type', 'file type', 'file format', 'format', 'extension'],
  icon: ['icon url', 'icon', 'thumbnail url', 'thumbnail', 'preview image url', 'image url'],
};

/** What a parameter may be fed with. */
export type Source =
  | 'recordId'
  | 'recordType'
  | 'crmType'
  | 'crmOrgUrl'
  | 'top'
  | 'skip'
  | 'page'
  | 'startDateTime'
  | 'endDateTime'
  | 'people'
  | 'question'
  | 'language'
  | 'tenant';

export const sources: Readonly<Record<Source, readonly string[]>> = {
  recordId: [
    'crm record id',
    'record id',
    'crm id',
    'crm record',
    'crm reference',
    'opportunity id',
    'opportunity',
    'deal id',
    'deal',
    'account id',
    'account',
    'customer id',
    'external id',
    'external reference',
    'related id',
    'related record id',
    'related to',
    'object id',
    'entity id',
    'source id',
    'linked record',
  ],
  recordType: [
    'crm record type',
    'record type',
    'crm object',
    'object type',
    'entity type',
    'crm entity',
    'related type',
  ],
  crmType: ['crm type', 'crm', 'crm system', 'source system', 'provider'],
  crmOrgUrl: ['crm org url', 'org url', 'crm url', 'instance url', 'crm instance', 'organization url'],
  top: ['top', 'limit', 'page size', 'per page', 'size', 'max result', 'max', 'count', 'take', 'first', 'row'],
  skip: ['skip', 'offset', 'start', 'start index', 'start position', 'from index'],
  page: ['page', 'page number', 'page index', 'page no'],
  startDateTime: [
    'start date time',
    'start date',
    'start time',
    'since',
    'from',
    'from date',
    'from time',
    'date from',
    'after',
    'occurred after',
    'updated after',
    'updated since',
    'modified since',
    'created after',
    'begin',
  ],
  endDateTime: [
    'end date time',
    'end date',
    'end time',
    'until',
    'to',
    'to date',
    'to time',
    'date to',
    'before',
    'occurred before',
    'updated before',
    'created before',
    'end',
  ],
  people: [
    'email',
    'email address',
    'participant',
    'participant email',
    'signer',
    'signer email',
    'recipient',
    'recipient email',
    'contact email',
    'contact',
    'customer email',
    'people',
    'person',
    'attendee',
    'address',
  ],
  question: ['q', 'query', 'search', 'search text', 'search term', 'keyword', 'term', 'text', 'phrase'],
  language: ['language', 'locale', 'lang', 'accept language'],
  tenant: ['tenant', 'tenant id', 'organization id', 'organisation id', 'org id', 'workspace id'],
};

/** By type of CRM record, what APIs call such a record. */
export const recordTypes: Readonly<Record<string, readonly string[]>> = {
  opportunity: ['opportunity', 'deal'],
  account: ['account', 'customer', 'company'],
  lead: ['lead'],
  contact: ['contact'],
};

/** What lists an extension point wants, from 0 (not at all) to 1. */
export const subjects: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  'record-details': weighed(
    'envelope agreement contract quote quotation proposal order invoice subscription deal project ticket case document offer sale booking',
    1,
    'activity event history timeline audit log entry insight highlight alert file asset template content',
    0.15,
  ),
  'record-summary': weighed(
    'activity event history timeline audit log meeting call note interaction engagement visit touch',
    1,
    'file asset template content',
    0.1,
  ),
  'opportunity-insights': weighed(
    'insight highlight signal alert recommendation risk score',
    1,
    'activity event history timeline engagement',
    0.7,
    'file asset template content',
    0.1,
  ),
  'email-summary': weighed(
    'insight highlight signal alert',
    1,
    'envelope agreement contract quote proposal order activity event',
    0.8,
    'file asset template content',
    0.2,
  ),
  'email-draft': weighed(
    'file asset content library collateral brochure deck article page attachment media',
    1,
    'document',
    0.9,
    'template envelope agreement contract quote proposal',
    0.5,
    'activity event history audit insight',
    0.05,
  ),
};

/** Of what no word is known. */
export const usualSubject = 0.4;

/** Lists of these serve the running of the application itself. */
export const administration = new Set(
  'user webhook setting token permission role team member session health status locale currency country tax key license log field schema folder tag category hook callback group'.split(
    ' ',
  ),
);

function weighed(...parts: readonly (string | number)[]): Record<string, number> {
  const weights: Record<string, number> = {};
  for (let index = 0; index < parts.length; index += 2)
    for (const word of String(parts[index]).split(' ')) weights[word] = Number(parts[index + 1]);
  return weights;
}
