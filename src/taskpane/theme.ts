import {
  createDarkTheme,
  createLightTheme,
  type BrandVariants,
  type Theme,
} from '@fluentui/react-components';
import type { PaneTheme } from './environment';

/** Excel's own green, from dark to light, so that the pane looks like a part of it. */
const excelGreen: BrandVariants = {
  10: '#031a0c',
  20: '#052912',
  30: '#073619',
  40: '#09431f',
  50: '#0b5127',
  60: '#0d5f2e',
  70: '#0e6e37',
  80: '#107c41',
  90: '#218d51',
  100: '#3a9d65',
  110: '#55ad7a',
  120: '#72bc90',
  130: '#8fcba7',
  140: '#addabf',
  150: '#cae8d6',
  160: '#e8f5ee',
};

const light = createLightTheme(excelGreen);
const darkBase = createDarkTheme(excelGreen);
/** The generated dark theme keeps its brand text too dim for small type on grey. */
const dark: Theme = {
  ...darkBase,
  colorBrandForeground1: excelGreen[120],
  colorBrandForeground2: excelGreen[130],
  colorBrandForegroundLink: excelGreen[120],
  colorBrandForegroundLinkHover: excelGreen[130],
  colorBrandForegroundLinkPressed: excelGreen[110],
};

export const themes: Readonly<Record<PaneTheme, Theme>> = { light, dark };
