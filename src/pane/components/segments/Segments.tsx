import { makeStyles, ToggleButton, tokens } from '@fluentui/react-components';

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

/** A choice among a few views of one thing, by id and name. */
export function Segments<Id extends string>({
  label,
  choices,
  chosen,
  onChoose,
}: {
  label: string;
  choices: Readonly<Record<Id, string>>;
  chosen: Id;
  onChoose: (id: Id) => void;
}) {
  const styles = useStyles();
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset is for fields of a form.
    <div role="group" aria-label={label} className={styles.group}>
      {(Object.entries(choices) as [Id, string][]).map(([id, name]) => (
        <ToggleButton key={id} size="small" appearance="subtle" checked={id === chosen} onClick={() => onChoose(id)}>
          {name}
        </ToggleButton>
      ))}
    </div>
  );
}
