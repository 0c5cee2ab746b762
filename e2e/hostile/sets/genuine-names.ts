import { exactly } from './cross'

/** Names as people write them, script by script, separated by line ends. Every one must be taken and shown as it is. */
const written = `
Siân Llŷr
Gwenllïan Tŵr-Jones
Llŷwelyn ap Gruffudd
Ŵyn
Ffion Môn-Huws
Heledd Rhŷdderch
Angharad ŷ Ddôl
Caoimhe Ní Dhónaill
Síle Ní Bhraonáin
Pádraig Ó hÓgáin
Seán Mac an tSaoir
Fearghal Mac Giolla Phádraig
Ruaraidh MacIlleDhuinn
Mòrag NicDhòmhnaill
Eòghann Mac an Tòisich
Catrìona NicLeòid
Seonaidh Màrtainn
Meirav O’Neill
Siobhán O'Connor
Dara D'Arcy
Jean-Luc N’Golo
Anne-Marie St. John-Smythe
Mary Ann McDonagh-Ward
Chantelle O'Brien-O'Reilly
Zoë Brontë
Renée François
Élodie Lefèvre
Hélène d’Estaing
Cécile L'Heureux
Noël Œdème
Aÿmeric de Ÿs
Ñuño Ibáñez
Begoña Núñez Muñoz
Iñaki Etxeberría
Núria Puig i Cadafalch
Lluís Gal·la
João Guimarães
Conceição d'Ávila
Ângela Araújo
Jürgen Groß
Bärbel Müller-Lüdenscheidt
Weiß
Øyvind Sørensen
Åse Bjørnstad
Ærø Kjær
Göran Åkerlund
Päivi Hämäläinen
Þórður Ægisson
Guðrún Ösp Jónsdóttir
Sigríður Ýr
Ásgeir Öxarfjörð
Sámi Ánde Nuorttamánná
Łukasz Wąsik
Żaneta Źdźbło
Świętosława Ćwiklińska
Bożena Jędrzejczak
Jiří Dvořák
Žofie Růžičková
Ľudovít Štúr
Ďurďa Ňaňa
Šárka Černá
Đorđe Đurić
Ivana Brlić-Mažuranić
Željka Čačić
Gergő Hűvösvölgyi
Zsófia Őry
Kálmán Győző
Ștefan Țuțea
Mădălina Brâncuși
Ioana Ţărău
Ģirts Ķēniņš
Žydrūnas Šimkūnas
Eglė Žukauskaitė
Jānis Bērziņš
Jõgi Ääremaa
Õnne Pärl
Gözde Çağlayan
İbrahim Işık
Şule Öztürk
Ğ
Əli Həsənov
Čeněk
Ġorġ Żammit
Ħal Għawdex
Tiểu My Nguyễn
Đặng Thị Ngọc Hân
Phạm Văn Đồng
Trần Ái Liễu
Oluwaṣeun Adébáyọ̀
Ọlátúnjí Ọ̀ṣúnlàdé
Ẹniọlá Ṣówándé
Adéṣọlá Àjàyí
Yétúndé Ògúnbíyí
Chukwuemeka Ọ̀nwụ
Ńnéọma Ịkẹ̀
Ụzọamaka Ọkọ́rọ́
Ɓala Ƙofar
Ɗanjuma Ƴar'adua
Kwabena Ɔpɔku
Ɛsi Ɔkɔto
Ŋutsi Ʋɔ
ǃXóõ ǀGǂui
Nomvula !Gamases
Thandiwe Mzilikazi ka Khumalo
Ngũgĩ wa Thiong'o
Wanjikũ Mũgo
Hōne Tāmaki
Kahurangi Mā’ohi
Kalani ʻĀina
Liliʻuokalani
Tevai Māʻohi
K'iche' Ixq'anil
Xóchitl Nahua
Diné Bizaad Tłʼízí
Sḵwx̱wú7mesh
Łútsel K’é
ᐊᓂᑕ ᐃᓄᒃ
ᏣᎳᎩ ᎠᏰᎵ
Αλέξανδρος Παπαδόπουλος
Ιωάννα Χατζηδάκη
Μαΐα Ηλιού
Ἀθηνᾶ
Олександр Ґалаґан
Їжакевич Єва
Юлія Щербак
Алёна Соловьёва
Пётр Объедков
Ўладзімір Ядвігін
Ђорђе Љубичић
Ћирило Џамоња
Ќирил Ѓорѓиев
Ӯктам Ғафуров
Ырысты Өмірбекқызы
Бүрэнбаяр
Հայկ Հարությունյան
Անուշ
გიორგი ჯავახიშვილი
ნინო
فاطمة الزهراء
محمد بن عبد الرحمن
عبدالله
أُسَامَة
لؤي مؤمن
ليلى
نور الهدى الصِّدِّيق
علی‌رضا
مریم گل‌محمدی
پژمان
ژیلا کردستانی
شازیہ بٹ
چوہدری گُلزار
ئەحمەد
ئالىم
شلومو בן־דוד
מרים בת־שבע
רחל
יעקב
נֹעַם
צ׳רלי ג׳ונס
ܡܪܝܡ
ހަސަން
ߒߞߏ ߘߊ߲ߕߊ߬ߟߊ
አበበ በቂላ
ጸሃይ
प्रियंका शर्मा
श्रीमती ज्ञानेश्वरी
हृषीकेश
क्षितिज
রবীন্দ্রনাথ ঠাকুর
সুস্মিতা
ਗੁਰਪ੍ਰੀਤ ਕੌਰ
હેતલબેન પટેલ
ଜଗନ୍ନାଥ
தமிழ்ச்செல்வி
க. சிவகாமி
ஶ்ரீதேவி
తెలుగు వేంకటేశ్వర్లు
ಶ್ರೀನಿವಾಸ ಮೂರ್ತಿ
ശ്രീജിത്ത്
ඉෂාරා සෙනෙවිරත්න
สมชาย ใจดี
น้ำฝน
ສົມສີ
မောင်မောင်
ស៊ីសុវត្ថិ
བསྟན་འཛིན།
ཚེ་རིང་
ᠮᠣᠩᠭᠣᠯ
李小龍
王
歐陽娜娜
諸葛亮
𠮷野家
𡈽屋
渡邉
髙橋
さくら
ヴィクトリア・ベッカム
長谷川 はなこ
김민준
남궁 옥분
황보혜정
ㄅㄆㄇ
X
Y Z
O
Mx. Ash
Sam (they/them)
DJ Ünïcörn 🦄
🌈 Robin
Alex ⚧️
Kit 🏳️‍🌈
Jo 👩🏽‍🦽
❤️
María José de la Santísima Trinidad Fernández-Cavada y López de Calle
Wolfeschlegelsteinhausenbergerdorff
Rhoshandiatellyneshiaunneveshenk Koyaanisquatsi
3lle
X Æ A-12
Null
True
Test
Drop
Jennifer Null-Script
Nan Undefined
Alan Select
`

/** 200 genuine names of many scripts, in the normal form the product keeps (NFC). */
export const genuineNames = exactly(
  200,
  written
    .split('\n')
    .filter((name) => name !== '')
    .map((name) => name.normalize('NFC')),
)
