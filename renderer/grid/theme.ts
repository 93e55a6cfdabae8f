import { checkboxStyleDefault, createTheme, iconSetQuartz, type Theme } from 'ag-grid-community'
import { fonts, sizes } from '../tokens'
import { type Density, densities } from './density'

/**
 * The grid's theme over the same tokens as Mantine's: the colours are our CSS variables, so both schemes switch
 * together without a second theme. Hairlines between rows, no zebra, no card around the grid.
 */
const base = createTheme()
  .withPart(iconSetQuartz({ strokeWidth: 1.5 }))
  .withPart(checkboxStyleDefault)
  .withParams({
    browserColorScheme: 'inherit',
    fontFamily: fonts.text,
    fontSize: sizes.text,
    accentColor: 'var(--gh-accent)',
    backgroundColor: 'var(--gh-body)',
    foregroundColor: 'var(--gh-text)',
    textColor: 'var(--gh-text)',
    subtleTextColor: 'var(--gh-dimmed)',
    borderColor: 'var(--gh-line)',
    chromeBackgroundColor: 'var(--gh-body)',
    rowHoverColor: 'var(--gh-hover)',
    selectedRowBackgroundColor: 'var(--gh-selected)',
    headerBackgroundColor: 'var(--gh-body)',
    headerTextColor: 'var(--gh-dimmed)',
    headerFontSize: sizes.caption,
    headerFontWeight: 500,
    headerHeight: 30,
    headerRowBorder: { color: 'var(--gh-line)' },
    headerColumnBorder: false,
    headerColumnResizeHandleColor: 'transparent',
    rowBorder: { color: 'var(--gh-line)' },
    columnBorder: false,
    wrapperBorder: false,
    wrapperBorderRadius: 0,
    borderRadius: sizes.radius,
    cellHorizontalPadding: 8,
    spacing: 4,
    focusShadow: 'none',
    iconSize: 14,
    tooltipBackgroundColor: 'var(--gh-text)',
    tooltipTextColor: 'var(--gh-body)',
    tooltipBorder: false,
    popupShadow: 'none',
    checkboxUncheckedBorderColor: 'var(--gh-control)',
    checkboxCheckedShapeColor: 'var(--gh-on-accent)',
    checkboxBorderRadius: 3,
  })

const themes: Readonly<Record<Density, Theme>> = {
  compact: base.withParams({ rowHeight: densities.compact }),
  comfortable: base.withParams({ rowHeight: densities.comfortable }),
}

export const gridTheme = (density: Density): Theme => themes[density]
