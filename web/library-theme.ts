// The same look for the component library, which has its own names for it.
import { theme as antd, type ThemeConfig } from 'antd'
import { type Mode, palettes, radius, type } from './theme.ts'

/** What the component library would work out by itself, said exactly. */
const exact = (mode: Mode): NonNullable<ThemeConfig['token']> => {
  const own = palettes[mode]
  return {
    colorPrimary: own.accent,
    colorInfo: own.accent,
    colorLink: own.accent,
    colorError: own.danger,
    colorErrorText: own.danger,
    colorWarning: own.warning,
    colorWarningText: own.warning,
    colorSuccess: own.success,
    colorSuccessText: own.success,
    colorPrimaryBg: own.accentSoft,
    colorPrimaryBorder: own.accentLine,
    colorInfoBg: own.accentSoft,
    colorInfoBorder: own.accentLine,
    colorSuccessBg: own.successSoft,
    colorSuccessBorder: own.successLine,
    colorErrorBg: own.dangerSoft,
    colorErrorBorder: own.dangerLine,
    colorWarningBg: own.warningSoft,
    colorWarningBorder: own.warningLine,
    colorText: own.ink,
    colorTextSecondary: own.quiet,
    colorTextTertiary: own.quiet,
    colorBgLayout: own.page,
    colorBgContainer: own.paper,
    colorBgElevated: own.paper,
    colorBgSpotlight: own.ink,
    colorBorder: own.lineStrong,
    colorBorderSecondary: own.line,
  }
}

const algorithmIn = (mode: Mode): ThemeConfig['algorithm'] => [
  mode === 'dark' ? antd.darkAlgorithm : antd.defaultAlgorithm,
  (_seed, map) => ({ ...map!, ...exact(mode) }),
]

/** The class under which the component library's variables stand. */
export const variables = 'anjuan'

/** What is not worked out when the app is built: where the variables stand, and whether this reader wants motion. */
export const basics = {
  hashed: false,
  cssVar: { key: variables },
  token: { motion: !globalThis.window?.matchMedia?.('(prefers-reduced-motion: reduce)').matches },
} satisfies ThemeConfig

export const themeIn = (mode: Mode) => {
  const own = palettes[mode]
  return {
    ...basics,
    algorithm: algorithmIn(mode),
    token: {
      ...basics.token,
      colorPrimary: own.accent,
      colorError: own.danger,
      colorWarning: own.warning,
      colorSuccess: own.success,
      colorTextBase: own.ink,
      colorBgBase: own.paper,
      colorTextLightSolid: own.paper,
      colorTextDescription: own.quiet,
      colorTextPlaceholder: own.quiet,
      colorSplit: own.line,
      borderRadius: radius,
      fontSize: type.text,
      fontFamily: 'var(--font)',
      fontFamilyCode: 'var(--monospace)',
    },
  } satisfies ThemeConfig
}
