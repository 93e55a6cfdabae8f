import {
  type CSSVariablesResolver,
  createTheme,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core'
import i18next from 'i18next'
import {
  environmentKinds,
  environmentPalette,
  fonts,
  palette,
  type Scheme,
  schemes,
  sizes,
  tones,
} from './tokens'

const accent: MantineColorsTuple = [
  '#eef0fd',
  '#dde2fa',
  '#bac4f5',
  '#95a4f8',
  '#7386ea',
  '#5567d8',
  '#3f51c4',
  '#3545ab',
  '#2c3990',
  '#232e74',
]

/** Mantine draws its dark surfaces, borders and disabled parts from this scale; ours, where it would be grey. */
const dark: MantineColorsTuple = [
  schemes.dark.text,
  '#c3c9d3',
  schemes.dark.dimmed,
  schemes.dark.control,
  schemes.dark.line,
  schemes.dark.hover,
  schemes.dark.frame,
  schemes.dark.body,
  '#12141a',
  '#0d0f13',
]

/** What opens over the page stays within the window, and scrolls where it is too long for it. */
const withinWindow = {
  middlewares: {
    flip: true,
    shift: true,
    size: {
      padding: 8,
      apply: ({
        availableHeight,
        elements,
      }: {
        availableHeight: number
        elements: { floating: HTMLElement }
      }) => {
        elements.floating.style.maxHeight = `${Math.floor(availableHeight)}px`
      },
    },
  },
}
const scrolling = { dropdown: { overflowY: 'auto' } } as const

/** Compact controls: 30 px high, the text as large as elsewhere. */
const compact = { defaultProps: { size: 'xs' } }

/** Calm, dense, exact: one accent, small radius, almost no shadow (docs/decisions/0004). */
export const theme = createTheme({
  fontFamily: fonts.text,
  fontFamilyMonospace: fonts.mono,
  defaultRadius: sizes.radius,
  colors: { accent, dark },
  primaryColor: 'accent',
  primaryShade: { light: 6, dark: 3 },
  autoContrast: true,
  fontSizes: { xs: '13px', sm: '13px', md: '13px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '1.4', sm: '1.4', md: '1.4', lg: '1.4', xl: '1.35' },
  headings: {
    fontFamily: fonts.text,
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '18px', lineHeight: '1.35' },
      h2: { fontSize: '15px', lineHeight: '1.4' },
      h3: { fontSize: '13px', lineHeight: '1.4' },
    },
  },
  shadows: {
    xs: 'none',
    sm: 'none',
    md: '0 2px 8px rgb(0 0 0 / 12%)',
    lg: '0 4px 16px rgb(0 0 0 / 14%)',
    xl: '0 8px 28px rgb(0 0 0 / 18%)',
  },
  respectReducedMotion: true,
  cursorType: 'pointer',
  // Mantine reckons the contrast of the light shade in both schemes; our tokens know better.
  variantColorResolver: (input) => {
    const colors = defaultVariantColorsResolver(input)
    const isAccent = input.variant === 'filled' && (input.color ?? 'accent') === 'accent'
    return isAccent ? { ...colors, color: 'var(--gh-on-accent)' } : colors
  },
  components: {
    Button: { ...compact, styles: { label: { fontWeight: 500 } } },
    Input: {
      vars: (_theme: unknown, { variant }: { variant?: string }) => ({
        wrapper: {
          '--input-bd': 'var(--gh-control)',
          ...(variant === 'filled' ? {} : { '--input-bg': 'var(--gh-body)' }),
        },
      }),
    },
    InputWrapper: { styles: { label: { marginBottom: '4px' } } },
    TextInput: compact,
    PasswordInput: compact,
    NumberInput: compact,
    Select: compact,
    MultiSelect: compact,
    Autocomplete: compact,
    Textarea: compact,
    NativeSelect: compact,
    SegmentedControl: compact,
    Checkbox: compact,
    Radio: compact,
    Switch: compact,
    Chip: compact,
    Badge: { defaultProps: { size: 'sm', variant: 'light' } },
    ActionIcon: { defaultProps: { variant: 'subtle', color: 'gray', size: 26 } },
    Tooltip: {
      defaultProps: { openDelay: 400, withArrow: false, events: { hover: true, focus: true, touch: false } },
    },
    // Of dialogs and toasts, which say nothing more particular; asked for when shown, in the language of then.
    CloseButton: { defaultProps: () => ({ 'aria-label': i18next.t('ui:close') }) },
    Modal: {
      defaultProps: {
        centered: true,
        // The page itself never scrolls, and locking it would need a style element without our nonce.
        lockScroll: false,
        transitionProps: { duration: 80 },
        overlayProps: { backgroundOpacity: 0.36 },
      },
      styles: { title: { fontSize: '15px', fontWeight: 600 } },
    },
    ModalRoot: { defaultProps: { transitionProps: { duration: 80 } } },
    ModalOverlay: { defaultProps: { backgroundOpacity: 0.36 } },
    Menu: {
      defaultProps: {
        transitionProps: { duration: 60 },
        shadow: 'md',
        // An element that is nothing but focusable has no place among the items of a menu: the menu takes the focus.
        withInitialFocusPlaceholder: false,
        ...withinWindow,
      },
      styles: scrolling,
    },
    Popover: {
      defaultProps: { transitionProps: { duration: 60 }, shadow: 'md', ...withinWindow },
      styles: scrolling,
    },
  },
})

/** Puts the tokens where Mantine and our own CSS find them. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--gh-caption': `${sizes.caption}px` },
  light: schemeVariables('light'),
  dark: schemeVariables('dark'),
})

function schemeVariables(scheme: Scheme): Record<string, string> {
  const { body, frame, hover, selected, line, control, text, dimmed, accent, onAccent } = schemes[scheme]
  const ofTones = tones.flatMap((tone) => [
    [`--gh-${tone}-text`, palette[scheme][tone].text],
    [`--gh-${tone}-background`, palette[scheme][tone].background],
  ])
  const ofEnvironments = environmentKinds.flatMap((kind) => [
    [`--gh-${kind}-environment-text`, environmentPalette[scheme][kind].text],
    [`--gh-${kind}-environment-background`, environmentPalette[scheme][kind].background],
    [`--gh-${kind}-environment-band`, environmentPalette[scheme][kind].band],
  ])
  return {
    ...Object.fromEntries([...ofTones, ...ofEnvironments]),
    '--gh-body': body,
    '--gh-frame': frame,
    '--gh-hover': hover,
    '--gh-selected': selected,
    '--gh-line': line,
    '--gh-control': control,
    '--gh-text': text,
    '--gh-dimmed': dimmed,
    '--gh-accent': accent,
    '--gh-on-accent': onAccent,
    '--mantine-color-body': body,
    '--mantine-color-text': text,
    '--mantine-color-bright': text,
    '--mantine-color-dimmed': dimmed,
    '--mantine-color-placeholder': dimmed,
    '--mantine-color-anchor': accent,
    '--mantine-color-default': body,
    '--mantine-color-default-hover': hover,
    '--mantine-color-default-color': text,
    '--mantine-color-default-border': line,
    '--mantine-color-error': palette[scheme].failed.text,
    '--mantine-color-success': palette[scheme].confirmed.text,
  }
}
