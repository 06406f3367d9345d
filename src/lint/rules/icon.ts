/** The icon: its format, its size, and its pixels. */
import { hasName, packageFileNames } from '../../package/connector-package.ts';
import { colourDistance, type IconFacts, iconFacts, isPng } from '../model/icon.ts';
import type { PackageModel } from '../model/package-model.ts';
import type { Problem, Rule } from '../rule.ts';

const certification = 'Prepare for certification (Microsoft Learn), the icon; policies 5000.2.1.1 to 5000.2.1.5';
const tooLarge = 1_048_576;
/** How far a colour may lie from the one that is meant, in steps of 255. */
const near = 16;

interface IconRule extends Omit<Rule, 'group' | 'source' | 'check' | 'good'> {
  readonly good?: Rule['good'];
  /** What is wrong, in words; of an icon that can be read. */
  says(facts: IconFacts, model: PackageModel): string | undefined;
}

const declared: readonly IconRule[] = [
  {
    id: 'icon-square',
    severity: 'warning',
    title: 'The icon is square',
    why: 'It is drawn in a square; others are refused at certification.',
    bad: { icon: { width: 200, height: 160 } },
    says: ({ width, height }) =>
      width === height ? undefined : `The icon has ${width} by ${height} pixels. Make it square.`,
  },
  {
    id: 'icon-size',
    severity: 'warning',
    title: 'The icon has 100 to 230 pixels a side',
    why: 'Smaller ones are blurred, larger ones are refused at certification; some published ones have up to 471.',
    good: { icon: { width: 230 } },
    bad: { icon: { width: 400 } },
    says: ({ width, height }) => {
      const side = Math.max(width, height);
      const isSmall = Math.min(width, height) < 100;
      return isSmall || side > 230
        ? `The icon has ${width} by ${height} pixels. Make it 100 to 230 pixels a side.`
        : undefined;
    },
  },
  {
    id: 'icon-transparent',
    severity: 'warning',
    title: 'The background of the icon is opaque',
    why: 'What shines through differs from page to page, and certification refuses it. What counts is pixels: many published icons have an alpha channel without a transparent pixel.',
    good: { icon: { background: '#123a6bff' } },
    bad: { icon: { background: '#123a6b00' } },
    says: ({ pixels }) =>
      pixels && pixels.transparentShare > 0.001
        ? `${Math.round(pixels.transparentShare * 1000) / 10} % of the icon’s pixels are transparent. Fill the background with iconBrandColor.`
        : undefined,
  },
  {
    id: 'icon-background',
    severity: 'warning',
    title: 'The background of the icon is neither white nor the default blue',
    why: 'Certification asks for a brand colour that the icon stands out with; white and #007ee5 are refused.',
    bad: { icon: { background: '#ffffff', logo: 0 } },
    says: ({ pixels }) => {
      const colour = pixels?.cornerColour;
      const refused = ['#ffffff', '#007ee5'].find((each) => colour !== undefined && colourDistance(each, colour) <= 2);
      return (
        refused && `The background of the icon is ${refused}, which certification refuses. Use your brand’s colour.`
      );
    },
  },
  {
    id: 'icon-brand-color',
    severity: 'warning',
    title: 'The background of the icon is iconBrandColor',
    why: 'The colour surrounds the icon wherever it is shown; another one leaves an edge.',
    bad: { icon: { background: '#aa2211' } },
    says: ({ pixels }, { properties }) => {
      const colour = pixels?.cornerColour;
      const brand = properties?.iconBrandColor;
      if (colour === undefined || typeof brand !== 'string' || !/^#[0-9a-f]{6}$/i.test(brand)) return undefined;
      return colourDistance(colour, brand) > near
        ? `The background of the icon is ${colour}, iconBrandColor is ${brand.toLowerCase()}. Use one of them in both places.`
        : undefined;
    },
  },
  {
    id: 'icon-logo-size',
    severity: 'info',
    title: 'The logo takes less than 70 % of the icon',
    why: 'Certification asks for a margin: a logo that fills the frame is cut off by round frames.',
    good: { icon: { logo: 0.66 } },
    bad: { icon: { logo: 0.9 } },
    says: ({ pixels }) =>
      pixels?.logoShare !== undefined && pixels.logoShare >= 0.7
        ? `The logo takes ${Math.round(pixels.logoShare * 100)} % of the icon’s side. Leave a margin: less than 70 %.`
        : undefined,
  },
];

const ofFacts = declared.map(
  ({ says, ...rule }): Rule => ({
    group: 'package',
    source: certification,
    good: {},
    ...rule,
    check: (model) => {
      const facts = factsOf(model);
      const message = facts && typeof facts !== 'string' ? says(facts, model) : undefined;
      return message === undefined ? [] : [iconProblem(message)];
    },
  }),
);

const ofFiles: readonly Rule[] = [
  {
    id: 'icon-missing',
    group: 'package',
    severity: 'info',
    title: 'The package has an icon',
    why: 'Publishers who certify their own connector hand in icon.png; independent publishers get one. Without it the platform shows its default.',
    source: 'Fix certification policy errors (Microsoft Learn), 5000.1.1.1',
    good: {},
    bad: { icon: null },
    check: ({ connector: { names, icon, isFromSolution } }) =>
      names && !icon && !isFromSolution && !hasName(names, packageFileNames.icon)
        ? [{ message: 'There is no icon.png. Add one of 100 to 230 pixels a side.', pointer: '' }]
        : [],
  },
  {
    id: 'icon-format',
    group: 'package',
    severity: 'warning',
    title: 'The icon is a PNG',
    why: 'Certification takes PNG only, whatever the name says.',
    source: certification,
    good: {},
    bad: { icon: '\u00ff\u00d8\u00ff JPEG' },
    check: ({ connector: { icon } }) =>
      icon && !isPng(icon) ? [iconProblem('icon.png is no PNG. Save the picture as PNG.')] : [],
  },
  {
    id: 'icon-unreadable',
    group: 'package',
    severity: 'error',
    title: 'The icon can be read',
    why: 'A broken picture is not shown; nothing of it could be checked.',
    source: certification,
    good: {},
    bad: { icon: '\u0089PNG\r\n\u001a\n broken' },
    check: (model) => {
      const facts = factsOf(model);
      return typeof facts === 'string' ? [iconProblem(`icon.png is broken (${facts}). Save it anew.`)] : [];
    },
  },
  {
    id: 'icon-file-size',
    group: 'package',
    severity: 'warning',
    title: 'The icon is smaller than 1 MB',
    why: 'Larger ones are refused at certification and by paconn.',
    source: certification,
    good: {},
    bad: { icon: 'x'.repeat(tooLarge) },
    check: ({ connector: { icon } }) =>
      icon && icon.length >= tooLarge
        ? [iconProblem(`The icon has ${icon.length} bytes. Make it smaller than 1 MB.`)]
        : [],
  },
];

export const iconRules: readonly Rule[] = [...ofFiles, ...ofFacts];

function iconProblem(message: string): Problem {
  return { message, pointer: '', role: 'icon' };
}

const known = new WeakMap<Uint8Array, IconFacts | string>();

/** What an icon is like, or why it cannot be read; undefined where there is no PNG. */
function factsOf({ connector: { icon } }: PackageModel): IconFacts | string | undefined {
  if (!icon || !isPng(icon)) return undefined;
  const facts = known.get(icon) ?? looked(icon);
  known.set(icon, facts);
  return facts;
}

function looked(icon: Uint8Array): IconFacts | string {
  try {
    return iconFacts(icon);
  } catch (error) {
    return (error as Error).message.slice(0, 100).replace(/\.$/, '');
  }
}
