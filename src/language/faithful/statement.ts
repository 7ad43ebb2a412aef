// A number, quantity, date or name that a text states, in the forms by which it is compared with another text's.

export type StatementKind = "number" | "quantity" | "date" | "name" | "quotation";

/**
 * `asks`: any of these readings in the other text backs it up. `gives`: the readings that it backs up itself, which are more where a
 * text says less than it means: 26日 in an article of October stands for 10月26日 too.
 */
export interface Statement {
  readonly kind: StatementKind;
  /** As it stands in the (folded) text; for the operator's eye. */
  readonly written: string;
  readonly start: number;
  readonly end: number;
  readonly asks: readonly string[];
  readonly gives: readonly string[];
}

/** One spelling for equal values, whatever arithmetic led to them. */
export const valueKey = (value: number): string => String(Number(value.toPrecision(12)));
