/**
 * The look in numbers and colours: the one source of the Mantine theme, the grid's theme and our own CSS
 * (as `--gh-*` variables). Every pair of text and background is held to WCAG AA by a test
 * (docs/decisions/0004).
 */

/** Colour schemes that the tokens exist in. */
export type Scheme = 'light' | 'dark'

/** Colours of one scheme, as `#rrggbb`. Two text colours and one accent. */
export interface SchemeTokens {
  /** Page and grid. */
  readonly body: string
  /** Frame around the page: rail, top bar, footers. */
  readonly frame: string
  /** Pointer over a row or a control. */
  readonly hover: string
  /** Selected row, current entry of the rail. */
  readonly selected: string
  /** Hairlines between areas and rows. */
  readonly line: string
  /** Borders of controls; 3:1 against the page. */
  readonly control: string
  readonly text: string
  /** Secondary text. */
  readonly dimmed: string
  readonly accent: string
  /** Text on the accent. */
  readonly onAccent: string
}

export const schemes: Readonly<Record<Scheme, SchemeTokens>> = {
  light: {
    body: '#ffffff',
    frame: '#f6f7f9',
    hover: '#f1f3f6',
    selected: '#e7ebfb',
    line: '#e3e6eb',
    control: '#868e9b',
    text: '#1a1d23',
    dimmed: '#59616e',
    accent: '#3f51c4',
    onAccent: '#ffffff',
  },
  dark: {
    body: '#16181d',
    frame: '#1c1f25',
    hover: '#23272e',
    selected: '#262e4d',
    line: '#2b3038',
    control: '#6c7584',
    text: '#e6e9ee',
    dimmed: '#9ca5b4',
    accent: '#95a4f8',
    onAccent: '#12141a',
  },
}

/** What a status means, whatever the thing is called; a feature maps the API's words to these. */
export const tones = ['confirmed', 'processing', 'pending', 'cancelled', 'failed', 'unknown'] as const
export type Tone = (typeof tones)[number]

/** Text on background of one tone. */
export interface TonePair {
  readonly text: string
  readonly background: string
}

/** The one status palette: green, blue, amber, grey, red, violet. */
export const palette: Readonly<Record<Scheme, Readonly<Record<Tone, TonePair>>>> = {
  light: {
    confirmed: { text: '#0b6238', background: '#e1f4e9' },
    processing: { text: '#1a4cae', background: '#e4eefc' },
    pending: { text: '#7d4500', background: '#fcf0d4' },
    cancelled: { text: '#525965', background: '#edeff2' },
    failed: { text: '#a81b1b', background: '#fde8e8' },
    unknown: { text: '#6528ae', background: '#f1e8fc' },
  },
  dark: {
    confirmed: { text: '#74dfa2', background: '#13301f' },
    processing: { text: '#93baff', background: '#172a4a' },
    pending: { text: '#f2c169', background: '#372a0d' },
    cancelled: { text: '#a9b1be', background: '#292e36' },
    failed: { text: '#ff9d9d', background: '#401b1d' },
    unknown: { text: '#cfafff', background: '#2f2048' },
  },
}

/**
 * Colours of the environments: production apart from everything that is a test. Text on the badge, and the band above
 * the window, which nobody has to read to know where they are.
 */
export const environmentKinds = ['production', 'test', 'sandbox', 'custom'] as const
export type EnvironmentKind = (typeof environmentKinds)[number]

export interface EnvironmentColours extends TonePair {
  readonly band: string
}

export const environmentPalette: Readonly<
  Record<Scheme, Readonly<Record<EnvironmentKind, EnvironmentColours>>>
> = {
  light: {
    production: { text: '#ffffff', background: '#b01e2e', band: '#b01e2e' },
    test: { text: '#6b4300', background: '#fde9bf', band: '#e09600' },
    sandbox: { text: '#0b5c5c', background: '#d9f2f0', band: '#12a39b' },
    custom: { text: '#6528ae', background: '#f1e8fc', band: '#8b4fd6' },
  },
  dark: {
    production: { text: '#ffffff', background: '#c22a3b', band: '#e0394b' },
    test: { text: '#ffd48a', background: '#40310f', band: '#e0a030' },
    sandbox: { text: '#7fe0d8', background: '#0f3433', band: '#1fb5ab' },
    custom: { text: '#cfafff', background: '#2f2048', band: '#9a66e6' },
  },
}

/** Fonts of the system: nothing to load, nothing to wait for. */
export const fonts = {
  text: 'system-ui, -apple-system, "Segoe UI", Roboto, "Noto Sans", "DejaVu Sans", sans-serif',
  mono: 'ui-monospace, "Cascadia Mono", "SF Mono", Menlo, "DejaVu Sans Mono", monospace',
} as const

/** Lengths in CSS pixels. */
export const sizes = {
  text: 13,
  caption: 12,
  radius: 4,
  /** Rows of a grid by density. */
  rowCompact: 28,
  rowComfortable: 34,
} as const
