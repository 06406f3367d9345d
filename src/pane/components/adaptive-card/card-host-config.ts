import { tokens } from '@fluentui/react-components';

const colors = (subtle: string) => ({
  default: { default: tokens.colorNeutralForeground1, subtle },
  dark: { default: tokens.colorNeutralForeground1, subtle },
  light: { default: tokens.colorNeutralForeground2, subtle },
  accent: { default: tokens.colorBrandForeground1, subtle: tokens.colorBrandForeground2 },
  good: { default: tokens.colorStatusSuccessForeground1, subtle: tokens.colorStatusSuccessForeground1 },
  warning: { default: tokens.colorStatusWarningForeground1, subtle: tokens.colorStatusWarningForeground1 },
  attention: { default: tokens.colorStatusDangerForeground1, subtle: tokens.colorStatusDangerForeground1 },
});

const container = (backgroundColor: string, subtle: string = tokens.colorNeutralForeground2) => ({
  backgroundColor,
  borderColor: tokens.colorNeutralStroke2,
  foregroundColors: colors(subtle),
});

/** How the host draws Adaptive Cards: Fluent's variables, so that a card follows light and dark by itself. */
export const cardHostConfig = {
  supportsInteractivity: true,
  fontFamily: tokens.fontFamilyBase,
  fontTypes: {
    default: {
      fontFamily: tokens.fontFamilyBase,
      fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
    monospace: {
      fontFamily: tokens.fontFamilyMonospace,
      fontSizes: { small: 12, default: 14, medium: 16, large: 20, extraLarge: 24 },
      fontWeights: { lighter: 300, default: 400, bolder: 600 },
    },
  },
  lineHeights: { small: 16, default: 20, medium: 22, large: 28, extraLarge: 32 },
  spacing: { small: 4, default: 8, medium: 12, large: 16, extraLarge: 24, padding: 12 },
  separator: { lineThickness: 1, lineColor: tokens.colorNeutralStroke2 },
  imageSizes: { small: 32, medium: 52, large: 100 },
  containerStyles: {
    default: container('transparent', tokens.colorNeutralForeground3),
    emphasis: container(tokens.colorNeutralBackground3),
    accent: container(tokens.colorBrandBackground2),
    good: container(tokens.colorStatusSuccessBackground1),
    warning: container(tokens.colorStatusWarningBackground1),
    attention: container(tokens.colorStatusDangerBackground1),
  },
  textBlock: { headingLevel: 4 },
  factSet: {
    title: { weight: 'bolder', wrap: true, maxWidth: 180 },
    value: { wrap: true },
    spacing: 8,
  },
  actions: {
    maxActions: 6,
    spacing: 'large',
    buttonSpacing: 8,
    showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' },
    actionsOrientation: 'horizontal',
    actionAlignment: 'left',
    allowTitleToWrap: true,
  },
  media: { allowInlinePlayback: false },
};
