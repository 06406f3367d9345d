/** Times as a seller reads them. What is no time is shown as it is. */

/** Tue 07/08/2025, 2:30 PM */
export function dayAndTime(iso: string, language: string, timeZone: string): string {
  return formatted(iso, language, {
    timeZone,
    weekday: 'short',
    year: 'numeric',
    month: '2-digit',
    day: '2-digit',
    hour: 'numeric',
    minute: '2-digit',
  });
}

/** 7/8/25, 2:30 PM */
export function shortTime(iso: string, language: string, timeZone: string): string {
  return formatted(iso, language, { timeZone, dateStyle: 'short', timeStyle: 'short' });
}

function formatted(iso: string, language: string, options: Intl.DateTimeFormatOptions): string {
  const time = Date.parse(iso);
  return Number.isNaN(time) ? iso : new Intl.DateTimeFormat(language, options).format(time);
}

/** 12/13/2026: a day without a time, the same in every zone. */
export function day(iso: string, language: string): string {
  return formatted(iso, language, { timeZone: 'UTC', year: 'numeric', month: 'numeric', day: 'numeric' });
}
