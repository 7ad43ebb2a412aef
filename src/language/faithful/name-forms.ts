// Names that the news of East Asia is full of, in the forms of several languages: what a translation can be checked by.

/**
 * One name a line, its forms separated by spaces; `_` stands for a space inside a form. Countries are not here: Intl has them. A form
 * may be in any script that foldText folds, so the Simplified form stands here only where more than the characters differ.
 */
export const nameForms = `台灣 臺灣 Taiwan Taiwanese 台湾 대만 타이완
中國 China Chinese PRC 중국 中国大陸 中共
美國 United_States US USA America American Americans 米国 アメリカ 미국
英國 United_Kingdom UK Britain British England 英国 イギリス 영국
日本 Japan Japanese 일본
南韓 韓國 South_Korea South_Korean Korea Korean 한국 대한민국
北韓 北朝鮮 朝鮮 North_Korea North_Korean 북한
德國 Germany German ドイツ 独 독일
法國 France French フランス 仏 프랑스
俄羅斯 俄國 俄方 Russia Russian ロシア 러시아
烏克蘭 烏國 Ukraine Ukrainian ウクライナ 우크라이나
以色列 Israel Israeli Israelis イスラエル 이스라엘
巴勒斯坦 Palestine Palestinian Palestinians パレスチナ 팔레스타인
加薩 加沙 加薩走廊 Gaza Gaza_Strip ガザ 가자
約旦河西岸 West_Bank ヨルダン川西岸 요르단강_서안
伊朗 Iran Iranian イラン 이란
印度 India Indian インド 인도
泰國 Thailand Thai タイ 태국
越南 Vietnam Vietnamese ベトナム 베트남
菲律賓 Philippines Philippine Filipino フィリピン 필리핀
澳洲 澳大利亞 Australia Australian オーストラリア 豪州 호주
歐洲 Europe European ヨーロッパ 欧州 유럽
歐盟 歐洲聯盟 European_Union EU 欧州連合 유럽연합
非洲 Africa African アフリカ 아프리카
亞洲 Asia Asian アジア 아시아
中東 Middle_East 중동
拉丁美洲 Latin_America
東南亞 Southeast_Asia 東南アジア 동남아
聯合國 United_Nations UN 国連 유엔
北約 北大西洋公約組織 NATO 나토
世界衛生組織 世衛 WHO World_Health_Organization 世界保健機関 세계보건기구
世界貿易組織 世貿 WTO World_Trade_Organization
國際貨幣基金 國際貨幣基金組織 IMF International_Monetary_Fund 国際通貨基金
東協 東盟 ASEAN 아세안
聯準會 美聯儲 Federal_Reserve Fed 連邦準備制度理事会 연준
白宮 White_House ホワイトハウス 백악관
五角大廈 五角大樓 Pentagon 国防総省 펜타곤
克里姆林宮 克宮 Kremlin クレムリン 크렘린
哈瑪斯 哈马斯 Hamas ハマス 하마스
真主黨 Hezbollah Hizbollah ヒズボラ 헤즈볼라
台北 臺北 Taipei 타이베이
新北 New_Taipei 신베이
桃園 Taoyuan 타오위안
台中 臺中 Taichung 타이중
台南 臺南 Tainan 타이난
高雄 Kaohsiung 가오슝
基隆 Keelung
新竹 Hsinchu 신주
苗栗 Miaoli
彰化 Changhua
南投 Nantou
雲林 Yunlin
嘉義 Chiayi
屏東 Pingtung
宜蘭 Yilan
花蓮 Hualien 화롄
台東 臺東 Taitung
澎湖 Penghu
金門 Kinmen
馬祖 Matsu
連江 Lienchiang
台灣海峽 台海 臺海 Taiwan_Strait 台湾海峡 대만해협
南海 南中國海 South_China_Sea 南シナ海 남중국해
東海 East_China_Sea 東シナ海
北京 Beijing Peking 베이징
上海 Shanghai 상하이
廣州 Guangzhou 광저우
深圳 Shenzhen 선전
天津 Tianjin 톈진
重慶 Chongqing 충칭
武漢 Wuhan 우한
成都 Chengdu 청두
杭州 Hangzhou 항저우
南京 Nanjing 난징
西安 Xian 시안
廈門 Xiamen 샤먼
福州 Fuzhou
大連 Dalian
青島 Qingdao
廣東 Guangdong
福建 Fujian
浙江 Zhejiang
江蘇 Jiangsu
四川 Sichuan 쓰촨
雲南 Yunnan
甘肅 Gansu
河北 Hebei
山東 Shandong
新疆 Xinjiang 신장
西藏 Tibet Tibetan チベット 티베트
香港 Hong_Kong 홍콩 ホンコン
澳門 Macau Macao マカオ 마카오
東京 Tokyo 도쿄
大阪 Osaka 오사카
京都 Kyoto 교토
名古屋 Nagoya 나고야
福岡 Fukuoka 후쿠오카
札幌 Sapporo 삿포로
北海道 Hokkaido 홋카이도
沖繩 Okinawa 오키나와
廣島 Hiroshima 히로시마
長崎 Nagasaki 나가사키
福島 Fukushima 후쿠시마
橫濱 Yokohama 요코하마
神戶 Kobe 고베
仙台 Sendai 센다이
熊本 Kumamoto 구마모토
石川 Ishikawa
能登 Noto
首爾 首尔 Seoul ソウル 서울
釜山 Busan プサン 부산
仁川 Incheon インチョン 인천
大邱 Daegu 대구
光州 Gwangju 광주
濟州 Jeju 제주
平壤 Pyongyang ピョンヤン 평양
華盛頓 Washington ワシントン 워싱턴
紐約 New_York ニューヨーク 뉴욕
洛杉磯 Los_Angeles ロサンゼルス 로스앤젤레스
舊金山 三藩市 San_Francisco サンフランシスコ 샌프란시스코
芝加哥 Chicago シカゴ 시카고
波士頓 Boston ボストン 보스턴
休士頓 休斯頓 Houston ヒューストン 휴스턴
西雅圖 Seattle シアトル 시애틀
邁阿密 Miami マイアミ 마이애미
加州 California カリフォルニア 캘리포니아
德州 得州 Texas テキサス 텍사스
佛羅里達 佛州 Florida フロリダ 플로리다
夏威夷 Hawaii ハワイ 하와이
關島 Guam グアム 괌
倫敦 London ロンドン 런던
巴黎 Paris パリ 파리
柏林 Berlin ベルリン 베를린
慕尼黑 Munich ミュンヘン 뮌헨
法蘭克福 Frankfurt フランクフルト 프랑크푸르트
羅馬 Rome ローマ 로마
米蘭 Milan ミラノ 밀라노
梵蒂岡 教廷 Vatican バチカン 바티칸
馬德里 Madrid マドリード 마드리드
巴塞隆納 巴塞羅那 Barcelona バルセロナ 바르셀로나
日內瓦 Geneva ジュネーブ 제네바
維也納 Vienna ウィーン 빈
布魯塞爾 Brussels ブリュッセル 브뤼셀
阿姆斯特丹 Amsterdam アムステルダム 암스테르담
海牙 Hague ハーグ 헤이그
華沙 Warsaw ワルシャワ 바르샤바
布拉格 Prague プラハ 프라하
雅典 Athens アテネ 아테네
莫斯科 Moscow モスクワ 모스크바
聖彼得堡 Petersburg サンクトペテルブルク
基輔 Kyiv Kiev キーウ キエフ 키이우
哈爾科夫 哈爾基夫 Kharkiv ハリコフ ハルキウ
克里米亞 Crimea クリミア 크림반도
伊斯坦堡 伊斯坦布爾 Istanbul イスタンブール 이스탄불
安卡拉 Ankara アンカラ 앙카라
耶路撒冷 Jerusalem エルサレム 예루살렘
特拉維夫 台拉維夫 Tel_Aviv テルアビブ 텔아비브
德黑蘭 Tehran テヘラン 테헤란
巴格達 Baghdad バグダッド 바그다드
大馬士革 Damascus ダマスカス 다마스쿠스
貝魯特 Beirut ベイルート 베이루트
利雅德 利雅得 Riyadh リヤド 리야드
杜拜 迪拜 Dubai ドバイ 두바이
杜哈 多哈 Doha ドーハ 도하
開羅 Cairo カイロ 카이로
新德里 New_Delhi Delhi ニューデリー 뉴델리
孟買 Mumbai ムンバイ 뭄바이
曼谷 Bangkok バンコク 방콕
河內 Hanoi ハノイ 하노이
胡志明市 Ho_Chi_Minh_City ホーチミン 호찌민
馬尼拉 Manila マニラ 마닐라
雅加達 Jakarta ジャカルタ 자카르타
吉隆坡 Kuala_Lumpur クアラルンプール 쿠알라룸푸르
金邊 Phnom_Penh プノンペン 프놈펜
仰光 Yangon ヤンゴン 양곤
喀布爾 Kabul カブール 카불
雪梨 悉尼 Sydney シドニー 시드니
墨爾本 Melbourne メルボルン 멜버른
坎培拉 堪培拉 Canberra キャンベラ 캔버라
威靈頓 惠靈頓 Wellington ウェリントン 웰링턴
渥太華 Ottawa オタワ 오타와
多倫多 Toronto トロント 토론토
溫哥華 Vancouver バンクーバー 밴쿠버
墨西哥城 Mexico_City メキシコ市 멕시코시티
聖保羅 Sao_Paulo サンパウロ 상파울루
布宜諾斯艾利斯 Buenos_Aires ブエノスアイレス 부에노스아이레스
川普 特朗普 Trump トランプ 트럼프
拜登 Biden バイデン 바이든
賀錦麗 哈里斯 Harris ハリス 해리스
歐巴馬 奧巴馬 Obama オバマ 오바마
布林肯 Blinken ブリンケン 블링컨
普丁 普亭 普京 Putin プーチン 푸틴
澤倫斯基 泽连斯基 Zelensky Zelenskyy Zelenskiy ゼレンスキー 젤렌스키
納坦雅胡 尼坦雅胡 内塔尼亚胡 Netanyahu ネタニヤフ 네타냐후
艾爾段 艾爾多安 埃尔多安 Erdogan エルドアン 에르도안
馬克宏 马克龙 Macron マクロン 마크롱
蕭茲 朔尔茨 Scholz ショルツ 숄츠
蘇納克 Sunak スナク 수낵
施凱爾 斯塔默 Starmer スターマー 스타머
莫迪 Modi モディ 모디
習近平 Xi_Jinping Xi 시진핑
李強 Li_Qiang 리창
王毅 Wang_Yi 왕이
蔡英文 Tsai_Ing-wen Tsai 차이잉원
賴清德 Lai_Ching-te William_Lai Lai 라이칭더
岸田文雄 岸田 Kishida 기시다
石破茂 石破 Ishiba 이시바
高市早苗 高市 Takaichi 다카이치
尹錫悅 Yoon_Suk-yeol Yoon_Suk_Yeol Yoon 윤석열 尹錫悦
李在明 Lee_Jae-myung 이재명
金正恩 Kim_Jong-un Kim_Jong_Un 김정은
小馬可仕 小马科斯 Marcos マルコス 마르코스
古特瑞斯 古特雷斯 Guterres グテレス 구테흐스
馬斯克 Musk マスク 머스크
台積電 TSMC 台湾積体電路製造
鴻海 富士康 Foxconn Hon_Hai 폭스콘
聯發科 MediaTek
三星 Samsung サムスン 삼성
輝達 英偉達 Nvidia エヌビディア 엔비디아
蘋果 Apple アップル 애플
谷歌 Google グーグル 구글
微軟 Microsoft マイクロソフト 마이크로소프트
亞馬遜 Amazon アマゾン 아마존
特斯拉 Tesla テスラ 테슬라
英特爾 Intel インテル 인텔
波音 Boeing ボーイング 보잉
空中巴士 空客 Airbus エアバス 에어버스
豐田 Toyota トヨタ 도요타
本田 Honda ホンダ 혼다
日產 Nissan 日産 닛산
索尼 Sony ソニー 소니
華為 Huawei ファーウェイ 화웨이
奧運 奧林匹克 Olympics Olympic オリンピック 五輪 올림픽
亞運 Asian_Games アジア大会 아시안게임`;
