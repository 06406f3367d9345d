/** The shapes of facts.ts: what does not have them would end in a sentence that is wrong, or in none at all. */
import {
  type Acquaintance,
  type Activity,
  type ActivityFacts,
  type Agreement,
  type AgreementTimes,
  type Content,
  type Industry,
  industries,
  type Person,
  type Stakeholder,
  type Subject,
} from '../facts.ts';
import {
  amount,
  byKind,
  listOf,
  objectOf,
  oneOf,
  optional,
  type Shape,
  text,
  that,
  time,
  webAddress,
  whole,
} from './shape.ts';

const texts = listOf(text);
const industry: Shape<Industry> = oneOf(...industries);
/** As ISO 4217 has them: what formats money knows no others. */
const currency = that<string>((value) => /^[A-Z]{3}$/.test(String(value)));
const mention = objectOf<{ readonly id: string; readonly name: string }>({ id: text, name: text });

/** The answer to GET /connection. */
export const connected = objectOf<{ readonly connected: true }>({ connected: that((value) => value === true) });

export const subject = objectOf<Subject>({
  id: text,
  kind: oneOf('account', 'opportunity', 'lead', 'contact'),
  name: text,
  account: text,
  accountName: text,
  industry: optional(industry) as Shape<Industry>,
  product: optional(text) as Shape<string>,
});

const activityFacts = byKind<ActivityFacts>({
  'agreement-sent': objectOf({ kind: oneOf('agreement-sent'), agreement: mention, by: text, to: texts }),
  'agreement-viewed': objectOf({ kind: oneOf('agreement-viewed'), agreement: mention, by: text }),
  'agreement-signed': objectOf({ kind: oneOf('agreement-signed'), agreement: mention, by: texts }),
  'agreement-declined': objectOf({ kind: oneOf('agreement-declined'), agreement: mention, by: text }),
  'site-visited': objectOf({ kind: oneOf('site-visited'), by: text, page: text, visits: whole, minutes: whole }),
  'content-opened': objectOf({
    kind: oneOf('content-opened'),
    by: text,
    content: objectOf<{ readonly id: string; readonly title: string }>({ id: text, title: text }),
  }),
  'meeting-held': objectOf({ kind: oneOf('meeting-held'), by: text, with: texts, minutes: whole }),
});

export const activity = objectOf<Activity>({ id: text, at: time, facts: activityFacts });

const moment = optional(time);
const times = objectOf<AgreementTimes>({
  sent: moment,
  viewed: moment,
  signed: moment,
  declined: moment,
  described: moment,
});

export const agreement = objectOf<Agreement>({
  id: text,
  at: time,
  name: text,
  status: oneOf('draft', 'sent', 'viewed', 'signed', 'declined'),
  signers: texts,
  sentAt: time,
  value: amount,
  currency,
  views: whole,
  times: optional(times) as Shape<AgreementTimes>,
});

export const person = objectOf<Person>({
  email: text,
  name: text,
  account: text,
  accountName: text,
  industry: optional(industry) as Shape<Industry>,
});

export const acquaintance = objectOf<Acquaintance>({
  contact: text,
  contactName: text,
  colleague: text,
  meetings: whole,
  lastMetAt: time,
});

export const stakeholder = objectOf<Stakeholder>({
  id: text,
  name: text,
  jobTitle: text,
  email: text,
  role: oneOf('decision-maker', 'economic-buyer', 'champion', 'influencer', 'evaluator'),
  lastContactAt: time,
  knownBy: texts,
});

export const content = objectOf<Content>({
  id: text,
  title: text,
  type: oneOf('content-file', 'content-web', 'content-doc', 'content-pdf', 'content-pptx', 'content-xlsx'),
  url: webAddress,
  owner: text,
  topics: texts,
  products: texts,
  industries: listOf(industry),
  language: text,
  pages: whole,
  updatedAt: time,
  opened: whole,
});
