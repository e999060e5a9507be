import * as z from 'zod';
import written from './common-checks.json' with { type: 'json' };
import { RecordCheck } from './record-check.ts';

/** Checks that hold under every policy; a pack adds its own. */
export const COMMON_CHECKS: readonly RecordCheck[] = /* @__PURE__ */ z.array(RecordCheck).parse(written);
