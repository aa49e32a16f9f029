// How everything looks: one accent colour, quiet greys, type for Chinese and Latin. The only file that names a colour.
import type { ThemeConfig } from 'antd'
import type { Locale } from '../machines/label.ts'

export const colours = {
  accent: '#17616b',
  accentSoft: '#e3f0f1',
  ink: '#1c2426',
  quiet: '#566265',
  line: '#d5dcdd',
  lineStrong: '#8b999c',
  page: '#f4f6f6',
  paper: '#ffffff',
  inset: '#f1f4f4',
  danger: '#b3261e',
  dangerSoft: '#fcefee',
  warning: '#8a5300',
  warningSoft: '#fdf4e3',
  success: '#226b45',
  successSoft: '#e8f4ed',
}

const chinese = ['"PingFang SC"', '"Microsoft YaHei"', '"Noto Sans CJK SC"', '"Noto Sans SC"', '"Source Han Sans SC"']
const latin = ['-apple-system', '"Segoe UI"', 'Roboto', '"Helvetica Neue"', 'Arial', '"Liberation Sans"']
/** Quotation marks and dots are as wide as the first font has them: Chinese wants its own. */
const fonts: Record<Locale, string> = {
  'zh-CN': ['-apple-system', '"Segoe UI"', ...chinese, 'system-ui', 'sans-serif'].join(', '),
  en: [...latin, ...chinese, 'system-ui', 'sans-serif'].join(', '),
}
export const monospace = 'ui-monospace, "SFMono-Regular", "Cascadia Mono", Consolas, "Noto Sans Mono", monospace'

/** Gives the style sheet the same colours and type, as `--accent` and so on. */
export const paint = ({ style }: HTMLElement, locale: Locale) => {
  for (const [name, value] of Object.entries({ ...colours, font: fonts[locale], monospace })) style.setProperty(`--${name}`, value)
}

export const themeIn = (locale: Locale): ThemeConfig => ({
  token: {
    colorPrimary: colours.accent,
    colorInfo: colours.accent,
    colorLink: colours.accent,
    colorError: colours.danger,
    colorWarning: colours.warning,
    colorSuccess: colours.success,
    colorSuccessBg: colours.successSoft,
    colorSuccessBorder: '#b5d9c4',
    colorErrorBg: colours.dangerSoft,
    colorErrorBorder: '#ecc3c0',
    colorWarningBg: colours.warningSoft,
    colorWarningBorder: '#e8d3a8',
    colorInfoBg: colours.accentSoft,
    colorInfoBorder: '#b4d3d6',
    colorTextBase: colours.ink,
    colorTextSecondary: colours.quiet,
    colorTextTertiary: colours.quiet,
    colorTextDescription: colours.quiet,
    colorTextPlaceholder: '#6b777a',
    colorBgLayout: colours.page,
    colorBorderSecondary: colours.line,
    borderRadius: 6,
    fontSize: 14,
    fontFamily: fonts[locale],
    fontFamilyCode: monospace,
    motion: !window.matchMedia?.('(prefers-reduced-motion: reduce)').matches,
  },
  components: {
    Card: { headerFontSize: 15 },
    Table: { rowSelectedBg: colours.accentSoft, rowSelectedHoverBg: colours.accentSoft },
    Timeline: { itemPaddingBottom: 16 },
  },
})
