import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import type { ResponseView } from '../../../host/api/api-types.ts';
import { type Tone, wordsOf } from '../call-outcome/outcomes.ts';

/** Milliseconds in which the host wants an answer (guideline G8), and so the length of every bar. */
export const deadlineMs = 5_000;
export const seconds = [0, 1, 2, 3, 4, 5] as const;

const useStyles = makeStyles({
  track: {
    display: 'block',
    position: 'relative',
    height: '12px',
    backgroundColor: tokens.colorNeutralBackground4,
    borderRadius: tokens.borderRadiusSmall,
    overflow: 'hidden',
    '@media (forced-colors: active)': { border: '1px solid CanvasText' },
  },
  fill: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    left: 0,
    minWidth: '4px',
    forcedColorAdjust: 'none',
  },
  good: { backgroundColor: tokens.colorBrandBackground },
  neutral: { backgroundColor: tokens.colorNeutralForeground3 },
  halted: { backgroundColor: tokens.colorStatusWarningBackground3 },
  failed: { backgroundColor: tokens.colorStatusDangerBackground3 },
  tick: {
    position: 'absolute',
    top: 0,
    bottom: 0,
    width: '1px',
    backgroundColor: tokens.colorNeutralStroke1,
  },
  // Over the upper half alone, so that the bar of a quick call is seen below it.
  firstByte: {
    position: 'absolute',
    top: 0,
    bottom: '50%',
    width: '2px',
    backgroundColor: tokens.colorNeutralForeground1,
    forcedColorAdjust: 'none',
  },
});

const percent = (milliseconds: number) => `${Math.min(100, (milliseconds / deadlineMs) * 100)}%`;

/** The time a call took, against the five seconds: a tick each second, the first byte marked. */
export function DurationBar({
  response: { durationMs, firstByteMs },
  outcome,
}: {
  response: Pick<ResponseView, 'durationMs' | 'firstByteMs'>;
  outcome: string;
}) {
  const styles = useStyles();
  const tone: Tone = wordsOf(outcome).tone;
  return (
    // biome-ignore lint/a11y/useSemanticElements: a meter element has no place for ticks and the first byte.
    <span
      role="meter"
      aria-label="Time of the five seconds"
      aria-valuemin={0}
      aria-valuemax={deadlineMs}
      aria-valuenow={Math.min(durationMs, deadlineMs)}
      aria-valuetext={`${milliseconds(durationMs)}${firstByteMs === null ? '' : `, first byte after ${milliseconds(firstByteMs)}`}`}
      className={styles.track}
    >
      {seconds.slice(1, -1).map((second) => (
        <span key={second} className={styles.tick} style={{ left: percent(second * 1000) }} />
      ))}
      <span className={mergeClasses(styles.fill, styles[tone])} style={{ width: percent(durationMs) }} />
      {firstByteMs !== null && (
        <span className={styles.firstByte} title="First byte" style={{ left: percent(firstByteMs) }} />
      )}
    </span>
  );
}

/** 13.5 ms; 4,021 ms */
export function milliseconds(value: number): string {
  return `${value.toLocaleString('en', { maximumFractionDigits: value < 100 ? 1 : 0 })} ms`;
}
