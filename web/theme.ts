// How everything looks: one accent colour, quiet greys, type for Chinese and Latin. The only file that names a colour.
import type { ThemeConfig } from 'antd'

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

/** Gives the style sheet the same colours, as `--accent` and so on. */
export const paint = ({ style }: HTMLElement) => {
  for (const [name, value] of Object.entries(colours)) style.setProperty(`--${name}`, value)
}

export const fontFamily = [
  'system-ui',
  '-apple-system',
  '"PingFang SC"',
  '"Microsoft YaHei"',
  '"Noto Sans CJK SC"',
  '"Noto Sans SC"',
  '"Source Han Sans SC"',
  'sans-serif',
].join(', ')
export const monospace = 'ui-monospace, "SFMono-Regular", "Cascadia Mono", Consolas, "Noto Sans Mono", monospace'

export const theme: ThemeConfig = {
  token: {
    colorPrimary: colours.accent,
    colorInfo: colours.accent,
    colorLink: colours.accent,
    colorError: colours.danger,
    colorWarning: colours.warning,
    colorSuccess: colours.success,
    colorTextBase: colours.ink,
    colorTextSecondary: colours.quiet,
    colorTextTertiary: colours.quiet,
    colorTextDescription: colours.quiet,
    colorTextPlaceholder: '#6b777a',
    colorBgLayout: colours.page,
    colorBorderSecondary: colours.line,
    borderRadius: 6,
    fontSize: 14,
    fontFamily,
    fontFamilyCode: monospace,
  },
  components: {
    Card: { headerFontSize: 15 },
    Timeline: { itemPaddingBottom: 16 },
  },
}
