import { Avatar } from '@fluentui/react-components';
import { useSellerContext } from '../../state/seller-context.ts';

/** A connector's icon; its first letter where the package has none. */
export function ConnectorIcon({
  connector,
  title,
  size = 32,
}: {
  connector: string;
  title: string;
  size?: 20 | 24 | 32 | 40;
}) {
  const { iconOf } = useSellerContext();
  const src = iconOf(connector);
  return (
    <Avatar
      aria-hidden="true"
      shape="square"
      size={size}
      name={title}
      initials={title.charAt(0).toUpperCase()}
      color="colorful"
      {...(src && { image: { src, alt: '' } })}
    />
  );
}
