import type { ObjectFactory } from '../protocol/object-factory.ts';
import { comment, comments } from './comments.ts';
import {
  conditionalFill,
  conditionalFont,
  conditionalFormat,
  conditionalFormats,
  conditionalRangeFormat,
  conditionalRule,
  customConditionalFormat,
} from './conditional-formats.ts';
import { customXmlPart, customXmlParts } from './custom-xml.ts';
import { dataValidation } from './data-validation.ts';
import { autoFilter, filter } from './filters.ts';
import { border, borders, fill, font, format, formatProtection } from './format.ts';
import { name, names } from './names.ts';
import { headerFooter, headerFooterGroup, pageBreak, pageBreaks, pageLayout } from './page-layout.ts';
import {
  dataHierarchies,
  dataHierarchy,
  filterHierarchies,
  filterHierarchy,
  pivotField,
  pivotFields,
  pivotHierarchies,
  pivotHierarchy,
  pivotItem,
  pivotItems,
  pivotLayout,
  pivotTable,
  pivotTables,
  rowColumnHierarchies,
  rowColumnHierarchy,
} from './pivots.ts';
import { range } from './range.ts';
import { rangeAreas, rangeCollection, rangeView } from './range-areas.ts';
import { setting, settings } from './settings.ts';
import { freezePanes, protection } from './sheet-parts.ts';
import { rangeSort, tableSort } from './sorts.ts';
import { tableColumn, tableColumns, tableRow, tableRows } from './table-columns.ts';
import { table, tables } from './tables.ts';
import { application, cultureInfo, datetimeFormatInfo, numberFormatInfo, runtime, workbook } from './workbook.ts';
import { worksheet, worksheets } from './worksheets.ts';

/** Every Office.js class that the host knows. */
export const ALL_MEMBERS: ObjectFactory = {
  application,
  autoFilter,
  border,
  borders,
  comment,
  comments,
  conditionalFill,
  conditionalFont,
  conditionalFormat,
  conditionalFormats,
  conditionalRangeFormat,
  conditionalRule,
  cultureInfo,
  customConditionalFormat,
  customXmlPart,
  customXmlParts,
  dataValidation,
  datetimeFormatInfo,
  fill,
  filter,
  font,
  format,
  formatProtection,
  freezePanes,
  headerFooter,
  headerFooterGroup,
  name,
  names,
  numberFormatInfo,
  pageBreak,
  pageBreaks,
  pageLayout,
  dataHierarchies,
  dataHierarchy,
  filterHierarchies,
  filterHierarchy,
  pivotField,
  pivotFields,
  pivotHierarchies,
  pivotHierarchy,
  pivotItem,
  pivotItems,
  pivotLayout,
  pivotTable,
  pivotTables,
  rowColumnHierarchies,
  rowColumnHierarchy,
  protection,
  range,
  rangeAreas,
  rangeCollection,
  rangeSort,
  rangeView,
  runtime,
  setting,
  settings,
  table,
  tableColumn,
  tableColumns,
  tableRow,
  tableRows,
  tableSort,
  tables,
  workbook,
  worksheet,
  worksheets,
};
