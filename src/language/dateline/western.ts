// Newsroom forms of publishers that write Latin script: AP, AFP, Reuters, dpa, Kyodo News, Xinhua, Focus Taiwan.
import type { NewsroomRules } from "./rules.ts";

const month = "(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Sept|Oct|Nov|Dec)[a-z]{0,6}\\.?";
const agency =
  "Reuters|AP|AFP|CNN|CNA|UPI|Bloomberg|Kyodo|Kyodo News|Xinhua|Yonhap|TASS|ANI|PTI|IANS|dpa|DPA|EFE|ANSA|KNA|epd|Lusa|Europa Press|Taiwan News|Focus Taiwan|BBC|NPR|VOA|RFE/RL|[A-Z][A-Za-z ]{2,24}(?:News|Press|Agency|Post|Times|Network)";
const place = "\\p{Lu}[\\p{L}.'’/ -]{1,40}(?:, \\p{Lu}[\\p{L}. ]{1,24}){0,2}";

export const westernRules: NewsroomRules = {
  datelines: [
    // LONDON, Oct 1 (Reuters) - · WASHINGTON (AP) — · Paris, le 1er octobre (AFP) - · (CNN) — · Taipei, Oct. 1 (CNA)
    new RegExp(
      `^(?:${place})?(?:,? (?:${month} \\d{1,2}|\\d{1,2} ${month}|le \\d{1,2}(?:er)? \\p{L}{3,9}))?(?:,? \\d{4})? ?\\((?:${agency})\\)\\s*(?:[-–—]{1,2}\\s*)?`,
      "u",
    ),
    // MILLBROOK, Nov. 19 (Millbrook Courier) - : place, day and dash leave no doubt, whatever the newsroom is called.
    new RegExp(
      `^${place},? (?:${month} \\d{1,2}|\\d{1,2} ${month})(?:,? \\d{4})? ?\\(\\p{Lu}[\\p{L}\\d .&'’-]{1,40}\\)\\s*[-–—]{1,2}\\s*`,
      "u",
    ),
    // NEW YORK — · PORTLAND, Ore. --
    /^[A-Z][A-Z.'’/ -]{2,40}(?:, [A-Z][A-Za-z. ]{1,24})? (?:—|–|--) /,
  ],
  openings: [/^(?:UPDATE(?:D)?|BREAKING|CORRECTION|EXCLUSIVE|WATCH|LIVE)\s*[:—–-]\s*/],
  closings: [
    /\s*[[(](?:Reporting|Writing|Editing|Additional reporting|With files from|Photo|Image)[^[\]()]{1,200}[\])]?$/,
    /\s*(?:■|▪|◼|□|●|###|-30-|-ENDS-|~\. ?Fin ?\.~)$/,
    /(?:\s*(?:Read more|Continue reading|Full story|Learn more|more)\s*(?:»|>|→|…|\.\.\.)?)$/i,
  ],
  lines: [
    /^(?:by|von|par|por|di|By|BY)[: ]\s*\p{Lu}[^!?]{1,80}(?<![.!?])$/u,
    /^(?:by )\p{Lu}\.\p{Lu}\..{0,40}$/u,
    /^(?:Reporting|Writing|Editing|Additional reporting) by .{2,160}$/,
    /^(?:Photo|Photograph|Image|Picture|Video|Credit|Source|Caption|File photo|Foto|Photographer)s?(?: by| credit| source| courtesy of)?\s*[:：/|].{1,120}$/i,
    /^(?:Getty Images?|REUTERS|AFP|EPA|AP Photo|Associated Press|Shutterstock|iStock)\b.{0,60}$/,
    /^(?:Advertisement|Sponsored|Subscribe|Sign up|Log in|Share(?: this)?|Related|Read more|See also|Most read|Listen|Comments?|Follow us|Skip to|Newsletter|You’ve hit the wall|Loading)\b.{0,80}$/i,
    /(?:©|\(c\) ?\d{4}|All rights reserved|may not be (?:published|reproduced)|first appeared on|This article (?:appeared|was (?:originally |first )?published)|Tous droits réservés|Alle Rechte vorbehalten)/i,
    /^(?:Updated?|Published|Last updated|Posted|First published|Publié|Modifié|Aktualisiert|Stand)\b.{0,60}$/,
    /^(?:Editor['’]s note|Correction|Clarification|Note to readers)\b.{0,300}$/i,
    // The facts of a reviewed book: … Knopf; 320 pages; $28.
    /\b\d{2,4} pages[;.,].{0,40}[$£€]/,
    /^(?:null|undefined|N\/A|\{\{.*\}\})(?:\s.{0,24})?$/,
  ],
};
