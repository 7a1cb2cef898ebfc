// The parts of AG Grid that record lists use; the rest stays out of the bundle.
import {
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CustomEditorModule,
  EventApiModule,
  InfiniteRowModelModule,
  ModuleRegistry,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
  type Theme,
  themeQuartz,
} from 'ag-grid-community'

ModuleRegistry.registerModules([
  CellStyleModule,
  ColumnApiModule,
  ColumnAutoSizeModule,
  CustomEditorModule,
  EventApiModule,
  InfiniteRowModelModule,
  RenderApiModule,
  RowApiModule,
  RowStyleModule,
  ScrollApiModule,
])

const rowHeight = 30
const headerHeight = 28

/** AG Grid in the colours of tokens.css; both themes come from there. */
export const gridTheme: Theme = themeQuartz.withParams({
  accentColor: 'var(--q-accent)',
  backgroundColor: 'var(--q-panel)',
  foregroundColor: 'var(--q-text)',
  borderColor: 'var(--q-line)',
  browserColorScheme: 'inherit',
  fontFamily: 'inherit',
  fontSize: 13,
  dataFontSize: 13,
  headerFontSize: 11,
  headerFontWeight: 500,
  headerTextColor: 'var(--q-mute)',
  headerBackgroundColor: 'var(--q-panel)',
  headerCellHoverBackgroundColor: 'var(--q-ground)',
  headerHeight,
  rowHeight,
  rowHoverColor: 'var(--q-ground)',
  selectedRowBackgroundColor: 'var(--q-selected)',
  rowBorder: { style: 'solid', width: 1, color: 'var(--q-line-faint)' },
  columnBorder: false,
  headerColumnResizeHandleColor: 'transparent',
  headerColumnResizeHandleHeight: '50%',
  wrapperBorder: false,
  wrapperBorderRadius: 0,
  cellHorizontalPadding: 10,
  spacing: 6,
  focusShadow: 'none',
})
