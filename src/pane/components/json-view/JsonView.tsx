import { Link, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useMemo, useState } from 'react';

const useStyles = makeStyles({
  text: {
    margin: 0,
    padding: tokens.spacingHorizontalS,
    fontFamily: tokens.fontFamilyMonospace,
    fontSize: tokens.fontSizeBase200,
    lineHeight: tokens.lineHeightBase200,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
  name: { color: tokens.colorBrandForeground1 },
  literal: { color: tokens.colorPalettePurpleForeground2 },
});

const shownLines = 40;
const shownCharacters = 6_000;
/** Beyond this the text is not coloured: a browser would be busy with the parts. */
const colouredCharacters = 100_000;

/** A JSON value, or a text, written out; what is long is cut until all of it is asked for. */
export function JsonView({ value, label }: { value: unknown; label: string }) {
  const styles = useStyles();
  const [isWhole, setWhole] = useState(false);
  const text = useMemo(() => (typeof value === 'string' ? value : (JSON.stringify(value, null, 2) ?? '')), [value]);
  const lines = useMemo(() => text.split('\n').length, [text]);
  const isLong = lines > shownLines || text.length > shownCharacters;
  const shown = isLong && !isWhole ? text.split('\n', shownLines).join('\n').slice(0, shownCharacters) : text;
  const isColoured = typeof value !== 'string' && shown.length <= colouredCharacters;
  return (
    <div>
      {/* biome-ignore lint/a11y/useSemanticElements: no element groups preformatted text. */}
      <pre role="group" aria-label={label} className={styles.text}>
        {isColoured ? <Coloured text={shown} /> : shown}
        {isLong && !isWhole && '\n…'}
      </pre>
      {isLong && (
        <Link as="button" aria-expanded={isWhole} onClick={() => setWhole(!isWhole)}>
          {isWhole
            ? 'Show less'
            : `Show all (${lines > shownLines ? `${lines.toLocaleString('en')} lines` : `${text.length.toLocaleString('en')} characters`})`}
        </Link>
      )}
    </div>
  );
}

const parts = /("(?:[^"\\]|\\.)*")(\s*:)?|(-?\d[\d.eE+-]*|true|false|null)/g;

/** The names and the literals of JSON stand out from its texts. */
function Coloured({ text }: { text: string }) {
  const styles = useStyles();
  const drawn = [];
  let from = 0;
  for (const found of text.matchAll(parts)) {
    const [whole, , colon, literal] = found;
    const className = mergeClasses(colon !== undefined && styles.name, literal !== undefined && styles.literal);
    if (!className) continue;
    drawn.push(text.slice(from, found.index));
    drawn.push(
      <span key={found.index} className={className}>
        {whole}
      </span>,
    );
    from = found.index + whole.length;
  }
  return [...drawn, text.slice(from)];
}
