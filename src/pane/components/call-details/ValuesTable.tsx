import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import type { MappedValue } from '../../../host/api/api-types.ts';

const useStyles = makeStyles({
  table: {
    width: '100%',
    borderCollapse: 'collapse',
    tableLayout: 'fixed',
    fontSize: tokens.fontSizeBase200,
    '& th, & td': {
      textAlign: 'start',
      verticalAlign: 'top',
      padding: `3px ${tokens.spacingHorizontalS} 3px 0`,
      borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
      overflowWrap: 'anywhere',
    },
    '& thead th': { color: tokens.colorNeutralForeground3, fontWeight: tokens.fontWeightRegular },
    '& tbody th': { fontWeight: tokens.fontWeightSemibold },
  },
  input: { width: '23%' },
  parameter: { width: '25%' },
  match: { width: '19%' },
  value: { fontFamily: tokens.fontFamilyMonospace },
});

const matchedBy: Readonly<Record<string, string>> = {
  description: 'its description',
  name: 'its name only',
  'own-name': 'its own name',
  default: 'default of the definition',
};

/** Each value and the parameter that it went to; what no parameter takes is marked. */
export function ValuesTable({ values }: { values: readonly MappedValue[] }) {
  const styles = useStyles();
  return (
    <table className={styles.table} aria-label="Values and the parameters that took them">
      <thead>
        <tr>
          <th scope="col" className={styles.input}>
            Input
          </th>
          <th scope="col">Value</th>
          <th scope="col" className={styles.parameter}>
            Went to
          </th>
          <th scope="col" className={styles.match}>
            Matched by
          </th>
        </tr>
      </thead>
      <tbody>
        {values.map(({ input, value, parameter, matchedBy: by }) => (
          <tr key={`${input} ${parameter?.in} ${parameter?.name}`}>
            <th scope="row">{input}</th>
            <td className={styles.value}>{short(value)}</td>
            <td>
              {parameter ? (
                `→ ${parameter.in} ${parameter.name}`
              ) : (
                <Badge appearance="tint" color="warning">
                  not sent
                </Badge>
              )}
            </td>
            <td>{parameter ? (matchedBy[by ?? ''] ?? by) : 'no parameter takes it'}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const most = 90;

/** The body of the request has it whole. */
function short(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? '');
  return text.length > most ? `${text.slice(0, most - 1)}…` : text;
}
