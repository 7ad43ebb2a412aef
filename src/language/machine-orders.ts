// Articles that speak to language models: what they order must never be done, so no model is shown them.

const orders = new RegExp(
  [
    "\\b(?:ignore|disregard|forget|override)\\b.{0,40}\\b(?:above|previous|preceding|prior|earlier|instructions?|prompts?|rules|everything)\\b",
    "\\b(?:system|developer) (?:prompt|message|instructions?)\\b",
    "\\b(?:you are|act as|pretend to be) (?:now )?(?:an? )?(?:ai|assistant|language model|chatbot|llm)\\b",
    "\\b(?:new|updated) instructions?\\s*:",
    "<\\|[a-z_]{2,20}\\|>|\\[/?inst\\]|<</?sys>>|###\\s*(?:system|instruction|assistant)",
    "(?:忽略|无视|不要理会|忘记|忘掉).{0,12}(?:以上|上述|之前|先前|前面|上面|所有|指示|指令|提示|规则|内容)",
    "(?:系统|系統)提示词?|你(?:现在)?是(?:一个|一名)?(?:ai|人工智能|语言模型|聊天机器人)",
    "(?:以上|上记|前述|これまで|ここまで).{0,8}(?:指示|命令|内容|るーる|ぷろんぷと).{0,8}(?:无视|忘れ)|(?:指示|命令|ぷろんぷと)を无视|しすてむぷろんぷと",
    "(?:위의?|이전|앞의|지금까지의?).{0,10}(?:지시|명령|내용|규칙|프롬프트).{0,8}(?:무시|잊)|시스템 프롬프트",
  ].join("|"),
  "iu",
);

/** Whether the folded text (foldText) holds words that are meant for a model, not for readers. A report on such tricks holds them too. */
export const holdsMachineOrders = (folded: string): boolean => orders.test(folded);
