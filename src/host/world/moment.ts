/** Times of the world: days before (or, below zero, after) today, and the hour and minute of that day in UTC. */
export type Moment = readonly [daysAgo: number, hour?: number, minute?: number];

const day = 86_400_000;

/** The time of a moment in ISO 8601, counted from the day of `today` (milliseconds since 1970). */
export function timeOf([daysAgo, hour = 9, minute = 0]: Moment, today: number): string {
  const midnight = Math.floor(today / day) * day;
  return new Date(midnight - daysAgo * day + hour * 3_600_000 + minute * 60_000).toISOString();
}

/** The day of a moment, as YYYY-MM-DD. */
export function dayOf(moment: Moment, today: number): string {
  return timeOf(moment, today).slice(0, 10);
}
