import type { ColumnShape } from './column-shape.ts';
import { foldLabel } from './fold-label.ts';

/** Numbers and versions that a printed form bears itself: 表号 KF-07, 文件编号 QR-8.2-01, 版本 A/0, Form No., Rev. */
const LABEL =
  /^(?:本)?(?:表|表单|表格|文件|记录|记录表|单据|模板)(?:的)?(?:编号|号|号码|代号|编码)$|^(?:表单|表格|文件|记录|模板)?(?:版本|版次|版号|修订)(?:号|次)?$|^(?:form|document|doc|template)(?: (?:no|number|code|id|ref))$|^(?:form |document |doc )?(?:version|rev|revision|issue)(?: (?:no|number))?$/;

/** In fewer rows complaints may have the same number by chance. */
const LEAST_ROWS = 3;

/**
 * Whether a column holds what is printed on the form itself and says nothing of the complaint: its label may name a form's
 * number or version, and every row, of three at least, has the same short one. 表号 also names a meter: those differ, or are long.
 */
export function isOfTheForm(label: string, { filled, kinds, longNumber }: ColumnShape): boolean {
  return (
    filled >= LEAST_ROWS &&
    kinds === 1 &&
    longNumber === 0 &&
    foldLabel(label).whole.spellings.some((each) => LABEL.test(each))
  );
}
