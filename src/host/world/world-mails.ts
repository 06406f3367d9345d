import type { Mail } from './mail.ts';
import { frameworkAgreement } from './mails/framework-agreement.ts';
import { machineLease } from './mails/machine-lease.ts';
import { newRoastery } from './mails/new-roastery.ts';
import { rentalAgreement } from './mails/rental-agreement.ts';
import { stationCoffeeBars } from './mails/station-coffee-bars.ts';
import { summitService } from './mails/summit-service.ts';
import { technicalQuestions } from './mails/technical-questions.ts';
import { volumeDiscount } from './mails/volume-discount.ts';
import { mailOfThread } from './thread.ts';

const threads = [
  frameworkAgreement,
  rentalAgreement,
  newRoastery,
  machineLease,
  volumeDiscount,
  summitService,
  stationCoffeeBars,
  technicalQuestions,
];

/** The world's mails, newest first, their times counted from `today`. */
export function worldMails(today: number): Mail[] {
  const mails = threads.map((thread) => mailOfThread(thread, today));
  return mails.sort((one, other) => (other.sentDateTime ?? '').localeCompare(one.sentDateTime ?? ''));
}
