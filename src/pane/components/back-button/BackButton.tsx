import { Button } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import { useSellerContext } from '../../state/seller-context.ts';

const focus = (button: HTMLElement | null) => button?.focus();

/** The arrow back of what opened over something else; it takes the focus when it appears. */
export function BackButton({ onBack }: { onBack: () => void }) {
  const { words } = useSellerContext();
  return (
    <Button
      ref={focus}
      appearance="subtle"
      icon={<ArrowLeftRegular />}
      aria-label={words.back}
      title={words.back}
      onClick={onBack}
    />
  );
}
