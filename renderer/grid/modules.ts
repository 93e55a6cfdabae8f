import {
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  enableDevValidations,
  InfiniteRowModelModule,
  LocaleModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  TextEditorModule,
  TooltipModule,
} from 'ag-grid-community'
import { measureTallestList, tallestListModule } from './tallest-list'

/** What our grids use and nothing else: the whole of AG Grid Community is some three times as large. */
ModuleRegistry.registerModules([
  CellStyleModule,
  ClientSideRowModelModule,
  ColumnApiModule,
  InfiniteRowModelModule,
  LocaleModule,
  RenderApiModule,
  RowApiModule,
  RowSelectionModule,
  ScrollApiModule,
  tallestListModule,
  TextEditorModule,
  TooltipModule,
])

// Says in development which module an option would need.
if (import.meta.env.DEV) enableDevValidations()

measureTallestList()
