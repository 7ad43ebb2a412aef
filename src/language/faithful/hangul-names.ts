// Names in Korean text, which nothing marks as such: those that stand before a title.

const surnames =
  "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민류나진지엄채원천방공현함변염여추도소석선설마길연위표명기반왕금옥육인맹제모탁국어은편용";
const titles =
  "대통령|총리|부총리|장관|차관|의원|시장|지사|도지사|군수|구청장|대표|원내대표|위원장|의장|총재|총장|청장|회장|부회장|사장|이사장|행장|원장|교수|감독|선수|기자|변호사|검사|판사|대사|후보|씨";
const named = new RegExp(
  `(?<![가-힣])([${surnames}][가-힣]{1,2}) ?(?:${titles})(?=[은는이가을를의에와과도로께,. ]|$)`,
  "g",
);

/** The names of people in a Korean text, as far as a title tells them. */
export const hangulNamesIn = (text: string): readonly string[] =>
  [...text.normalize("NFC").matchAll(named)].flatMap(([, name]) => name ?? []);
