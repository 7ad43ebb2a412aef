// Time zones as mail, feeds and publishers abbreviate or name them.
import { offsetAt } from "./named-zone.ts";

/** Hours east of UTC. Where one name has several meanings, that of RFC 822 or of the largest press wins: CST is American, IST Indian. */
const hoursEast: Readonly<Record<string, number>> = {
  UT: 0,
  UTC: 0,
  GMT: 0,
  Z: 0,
  WET: 0,
  BST: 1,
  CET: 1,
  MET: 1,
  MEZ: 1,
  WAT: 1,
  WEST: 1,
  CAT: 2,
  CEST: 2,
  MEST: 2,
  MESZ: 2,
  EET: 2,
  SAST: 2,
  IDT: 3,
  EAT: 3,
  EEST: 3,
  MSK: 3,
  TRT: 3,
  IRST: 3.5,
  GST: 4,
  PKT: 5,
  IST: 5.5,
  NPT: 5.75,
  WIB: 7,
  ICT: 7,
  HKT: 8,
  MYT: 8,
  SGT: 8,
  WITA: 8,
  PHT: 8,
  AWST: 8,
  JST: 9,
  KST: 9,
  ACST: 9.5,
  AEST: 10,
  AEDT: 11,
  NZST: 12,
  NZDT: 13,
  NST: -3.5,
  NDT: -2.5,
  AST: -4,
  ADT: -3,
  ART: -3,
  BRT: -3,
  EDT: -4,
  EST: -5,
  ET: -5,
  CDT: -5,
  CST: -6,
  CT: -6,
  MDT: -6,
  MST: -7,
  MT: -7,
  PDT: -7,
  PST: -8,
  PT: -8,
  AKDT: -8,
  AKST: -9,
  HST: -10,
};

/** No place on earth is further from UTC; feeds that claim so garble the digits. */
const furthestMinutes = 15 * 60;

/**
 * Minutes east of UTC, or null when the text begins with no zone. An unknown name and a military letter are UTC
 * (RFC 5322, 4.3); `GMT+8` and `UTC+08:00` are read as written there, not as POSIX turns them. `wallMs`, the time that the zone's
 * clocks show as if they were in UTC, decides on summer time where a place is named (`Asia/Taipei`).
 */
export function readOffset(text: string, wallMs = 0): number | null {
  const zone = text.replace(/^[\s([]+/, "");
  const [, sign, hours, minutes] = /^(?:UTC?|GMT)?\s*([+\u2212-])(\d{1,2})(?::?(\d{2}))?(?!\d)/i.exec(zone) ?? [];
  if (sign) {
    const offset = Number(hours) * 60 + Number(minutes ?? 0);
    return offset > furthestMinutes ? 0 : offset * (sign === "+" ? 1 : -1);
  }
  const [place] = /^[a-z_]{2,20}\/[a-z_/+-]{2,30}/i.exec(zone) ?? [];
  if (place !== undefined) return offsetAt(place, wallMs) ?? 0;
  const name = /^[a-z]{1,5}(?![a-z])/i.exec(zone)?.[0].toUpperCase();
  return name === undefined ? null : (hoursEast[name] ?? 0) * 60;
}
