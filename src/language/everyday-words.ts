// Things of every day that Taiwan and the mainland (or Hong Kong) call differently and that OpenCC's word lists lack.

/** One thing a line, its words separated by spaces. A word that also means something else stands in no line. */
export const everydayWords = `公車 公交车 公交車
矽谷 硅谷
飛彈 导弹 導彈
太空人 宇航员 宇航員 航天员 航天員
太空站 空间站 空間站
核電廠 核电站 核電站
幼兒園 幼稚園
外送 外卖 外賣
便當 盒饭 盒飯
番茄 西红柿 西紅柿
優格 酸奶
行動電源 充电宝 充電寶
網友 网民 網民
身分證 身份证 身份證
駕照 驾照 驾驶证 駕駛證`;
