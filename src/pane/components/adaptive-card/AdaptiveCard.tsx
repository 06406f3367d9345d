import { Caption1, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useSellerContext } from '../../state/seller-context.ts';
import type { CardAction } from './draw-card.ts';

const useStyles = makeStyles({
  card: {
    overflowWrap: 'anywhere',
    // The frame around the card has a padding already.
    '& > .ac-adaptiveCard': { padding: '0 !important' },
    '& p': { margin: 0 },
    '& ul': { margin: `${tokens.spacingVerticalXS} 0`, paddingInlineStart: '20px' },
    '& a': { color: tokens.colorBrandForegroundLink },
    '& .ac-textBlock, & .ac-fact-title, & .ac-fact-value': { minWidth: 0 },
    '& .ac-fact-title': { minWidth: '112px', paddingBottom: `${tokens.spacingVerticalXS} !important` },
    '& .ac-fact-value': { paddingBottom: `${tokens.spacingVerticalXS} !important` },
    '& img': { maxWidth: '100%' },
    '& .ac-pushButton': {
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      fontWeight: tokens.fontWeightSemibold,
      lineHeight: tokens.lineHeightBase300,
      padding: `5px ${tokens.spacingHorizontalM}`,
      borderRadius: tokens.borderRadiusMedium,
      border: `1px solid ${tokens.colorNeutralStroke1}`,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorBrandForeground1,
      cursor: 'pointer',
    },
    '& .ac-pushButton:hover': {
      backgroundColor: tokens.colorNeutralBackground1Hover,
      color: tokens.colorNeutralForeground1Hover,
    },
    '& .ac-pushButton:active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    '& .ac-pushButton:focus-visible, & .ac-selectable:focus-visible': {
      outline: `2px solid ${tokens.colorStrokeFocus2}`,
      outlineOffset: '1px',
    },
    '& .ac-selectable': { cursor: 'pointer' },
    '& .ac-pushButton.style-positive, & .ac-pushButton.style-positive:hover': {
      backgroundColor: tokens.colorBrandBackground,
      color: tokens.colorNeutralForegroundOnBrand,
    },
    '& .ac-pushButton.style-destructive': { color: tokens.colorStatusDangerForeground1 },
    '& .ac-input, & input.ac-input, & textarea.ac-input, & select.ac-input': {
      fontFamily: tokens.fontFamilyBase,
      fontSize: tokens.fontSizeBase300,
      padding: '5px 8px',
      borderRadius: tokens.borderRadiusMedium,
      border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
      backgroundColor: tokens.colorNeutralBackground1,
      color: tokens.colorNeutralForeground1,
    },
  },
  waiting: { display: 'none' },
  raw: {
    maxHeight: '240px',
    overflow: 'auto',
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    margin: 0,
  },
});

/** An Adaptive Card of a connector; its raw JSON where it cannot be drawn. Only web pages are opened; nothing is sent. */
export function AdaptiveCard({ card, open = openPage }: { card: unknown; open?: (url: string) => void }) {
  const styles = useStyles();
  const { words, language } = useSellerContext();
  const place = useRef<HTMLDivElement>(null);
  const [state, setState] = useState<'loading' | 'drawn' | 'broken'>('loading');
  const [notice, setNotice] = useState('');
  useEffect(() => {
    let isWanted = true;
    const act = (action: CardAction) => {
      if (action.kind === 'send') return setNotice(words.cardNotSent(action.title));
      if (!isWebPage(action.url)) return setNotice(words.cardNotOpened);
      setNotice('');
      open(action.url);
    };
    const draw = async () => {
      const { drawCard } = await import('./draw-card.ts');
      if (!isWanted) return;
      place.current?.replaceChildren(drawCard(card, language, act));
      setState('drawn');
    };
    draw().catch(() => isWanted && setState('broken'));
    return () => {
      isWanted = false;
    };
  }, [card, language, words, open]);
  return (
    <div>
      {state === 'loading' && <Spinner size="tiny" label={words.loading} />}
      {state === 'broken' && (
        <div>
          <Caption1>{words.cardBroken}</Caption1>
          <details>
            <summary>{words.cardSource}</summary>
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls is reached by the keyboard */}
            <pre className={styles.raw} tabIndex={0} lang="en">
              {rawOf(card)}
            </pre>
          </details>
        </div>
      )}
      <div ref={place} className={state === 'drawn' ? styles.card : styles.waiting} />
      <Caption1 role="status">{notice}</Caption1>
    </div>
  );
}

function rawOf(card: unknown): string {
  return typeof card === 'string' ? card : (JSON.stringify(card, null, 2) ?? '');
}

function isWebPage(url: string): boolean {
  return ['http:', 'https:'].includes(URL.parse(url)?.protocol ?? '');
}

function openPage(url: string): void {
  window.open(url, '_blank', 'noreferrer');
}
