import { z } from 'zod';

/** The shapes of a request as the client sends it (facts 3.1 "Wire"). */
const argumentInfo = z.looseObject({
  Arguments: z.array(z.unknown()).optional(),
  ReferencedObjectPathIds: z.array(z.unknown()).nullish(),
});

export const objectPath = z.looseObject({
  Id: z.number(),
  ObjectPathType: z.number(),
  Name: z.string().optional(),
  ParentObjectPathId: z.number().optional(),
  ArgumentInfo: argumentInfo.optional(),
});

export const query = z.looseObject({
  Select: z.array(z.string()).optional(),
  Expand: z.array(z.string()).optional(),
  Top: z.number().optional(),
  Skip: z.number().optional(),
});

export const action = z.looseObject({
  Id: z.number(),
  ActionType: z.number(),
  Name: z.string().optional(),
  ObjectPathId: z.number().optional(),
  ArgumentInfo: argumentInfo.optional(),
  QueryInfo: query.optional(),
  RecursiveQueryInfo: z
    .looseObject({ Queries: z.record(z.string(), query), MaxDepth: z.number().nullish() })
    .optional(),
  ObjectState: z.record(z.string(), z.unknown()).optional(),
});

export const requestBody = z.looseObject({
  Actions: z.array(action),
  ObjectPaths: z.record(z.string(), objectPath),
});

export const bridgeMessage = z.looseObject({
  id: z.number(),
  type: z.number(),
  flags: z.number().optional(),
  message: z.looseObject({ url: z.string().optional(), body: z.unknown() }),
});

export type ObjectPath = z.infer<typeof objectPath>;
export type Action = z.infer<typeof action>;
export type Query = z.infer<typeof query>;
export type RequestBody = z.infer<typeof requestBody>;

export interface ResponseError {
  Code: string;
  Message: string;
  ActionIndex: number;
  Location: string;
  HttpStatusCode: number;
}

export interface ResponseBody {
  Results: { ActionId: number; Value: unknown }[];
  TraceIds: number[];
  Error: ResponseError | null;
}
