/** Names as people write them, each with the Latin form an e-mail address would use. */
export interface Locale {
  readonly language: string
  readonly country: string
  readonly nationality: string
  readonly dial: string
  /** Digits after the dial code. */
  readonly digits: number
  readonly first: readonly Name[]
  readonly last: readonly Name[]
}

/** A name in its own script, and as it is spelled in an e-mail address. */
export interface Name {
  readonly native: string
  readonly latin: string
}

/** Reads `native|latin, native|latin`; one word where both are the same but for capitals. */
function names(list: string): Name[] {
  return list.split(', ').map((entry) => {
    const [native = '', latin] = entry.split('|')
    return { native, latin: latin ?? native.toLowerCase() }
  })
}

const locale = (
  [language, country, nationality, dial, digits]: readonly [string, string, string, string, number],
  first: string,
  last: string,
): Locale => ({
  language,
  country,
  nationality,
  dial,
  digits,
  first: names(first),
  last: names(last),
})

export const LOCALES: readonly (readonly [Locale, number])[] = [
  [
    locale(
      ['en', 'GB', 'British', '+44', 10],
      'Olivia, Amelia, Grace, Harriet, Poppy, George, Arthur, Alfie, Theo, Rory, Siobhán|siobhan, Niamh',
      "Smith, Taylor, Whitfield, Okonkwo, O'Connor|oconnor, MacLeod|macleod, Patel, Ashworth, Beckett, Hughes",
    ),
    14,
  ],
  [
    locale(
      ['en', 'US', 'American', '+1', 10],
      'Emma, Ava, Madison, Harper, Camila, Liam, Noah, Mason, Elijah, DeShawn|deshawn',
      'Johnson, Williams, García|garcia, Nguyen, Kowalski, Washington, Rivera, Schneider, Brooks, Castillo',
    ),
    14,
  ],
  [
    locale(
      ['nl', 'NL', 'Dutch', '+31', 9],
      'Sanne, Lotte, Fenna, Daan, Sjoerd, Bram, Noor, Maud, Jurriën|jurrien, Zoë|zoe, Thijs, Meike',
      'de Vries|devries, van den Berg|vandenberg, Jansen, Bakker, Hoekstra, Dijkstra, ten Have|tenhave, Smits, Brouwer, Coëlho|coelho',
    ),
    14,
  ],
  [
    locale(
      ['de', 'DE', 'German', '+49', 10],
      'Jürgen|juergen, Käthe|kaethe, Lena, Sören|soeren, Mia, Hannah, Björn|bjoern, Anneliese, Felix, Günther|guenther',
      'Müller|mueller, Schäfer|schaefer, Weiß|weiss, Krüger|krueger, Schmidt, Böhm|boehm, Hofmann, Groß|gross, Vogel, Lindner',
    ),
    11,
  ],
  [
    locale(
      ['fr', 'FR', 'French', '+33', 9],
      'Chloé|chloe, Léa|lea, Élodie|elodie, François|francois, Théo|theo, Maëlle|maelle, Aurélien|aurelien, Inès|ines, Jérôme|jerome',
      "Lefèvre|lefevre, Dubois, Bénard|benard, Moreau, D'Alençon|dalencon, Garçon|garcon, Rousseau, Noël|noel, Châtelain|chatelain",
    ),
    10,
  ],
  [
    locale(
      ['es', 'ES', 'Spanish', '+34', 9],
      'Lucía|lucia, María José|mariajose, Íñigo|inigo, Begoña|begona, Álvaro|alvaro, Nuria, Jesús|jesus, Martín|martin',
      'Muñoz|munoz, Ibáñez|ibanez, García Peña|garciapena, Núñez|nunez, Domínguez|dominguez, Gómez|gomez, Ortega',
    ),
    8,
  ],
  [
    locale(
      ['da', 'DK', 'Danish', '+45', 8],
      'Søren|soren, Åse|aase, Freja, Mikkel, Jørgen|jorgen, Signe, Rasmus, Kåre|kaare',
      'Sørensen|sorensen, Østergaard|ostergaard, Nielsen, Kjær|kjaer, Brøgger|brogger, Ångström|angstrom, Holm',
    ),
    6,
  ],
  [
    locale(
      ['pl', 'PL', 'Polish', '+48', 9],
      'Łukasz|lukasz, Małgorzata|malgorzata, Zofia, Paweł|pawel, Agnieszka, Grażyna|grazyna, Michał|michal',
      'Wójcik|wojcik, Kowalczyk, Żukowski|zukowski, Dąbrowska|dabrowska, Łęcki|lecki, Wiśniewski|wisniewski',
    ),
    4,
  ],
  [
    locale(
      ['tr', 'TR', 'Turkish', '+90', 10],
      'Ayşe|ayse, Gökhan|gokhan, Işıl|isil, Çağla|cagla, Ömer|omer, Şebnem|sebnem, İbrahim|ibrahim',
      'Yılmaz|yilmaz, Öztürk|ozturk, Çelik|celik, Şahin|sahin, Doğan|dogan, Kılıç|kilic',
    ),
    3,
  ],
  [
    locale(
      ['vi', 'VN', 'Vietnamese', '+84', 9],
      'Thị Hương|huong, Văn Đức|duc, Ngọc Ánh|anh, Minh Tuấn|tuan, Bảo Trâm|tram',
      'Nguyễn|nguyen, Trần|tran, Phạm|pham, Đặng|dang, Võ|vo',
    ),
    2,
  ],
  [
    locale(
      ['ru', 'KZ', 'Kazakh', '+7', 10],
      'Екатерина|ekaterina, Алексей|alexey, Ольга|olga, Фёдор|fyodor, Наталья|natalya, Юлия|yulia',
      'Иванова|ivanova, Кузнецов|kuznetsov, Щербакова|shcherbakova, Соловьёв|solovyov, Жукова|zhukova',
    ),
    3,
  ],
  [
    locale(
      ['uk', 'UA', 'Ukrainian', '+380', 9],
      'Олександр|oleksandr, Ірина|iryna, Сергій|serhii, Ґалина|galyna, Юрій|yurii, Любов|liubov',
      "Шевченко|shevchenko, Кравчук|kravchuk, Коваленко|kovalenko, Лук'яненко|lukianenko, Їжакевич|yizhakevych",
    ),
    3,
  ],
  [
    locale(
      ['el', 'GR', 'Greek', '+30', 10],
      'Γιώργος|giorgos, Ελένη|eleni, Κωνσταντίνος|konstantinos, Αικατερίνη|aikaterini, Σοφία|sofia',
      'Παπαδόπουλος|papadopoulos, Νικολαΐδης|nikolaidis, Αγγελοπούλου|angelopoulou, Οικονόμου|oikonomou',
    ),
    3,
  ],
  [
    locale(
      ['ar', 'AE', 'Emirati', '+971', 9],
      'محمد|mohammed, فاطمة|fatima, عبد الرحمن|abdulrahman, نورة|noura, يوسف|yousef, مريم|mariam',
      'آل نهيان|alnahyan, الهاشمي|alhashimi, بن سعيد|binsaeed, القاسمي|alqasimi, المنصوري|almansoori',
    ),
    6,
  ],
  [
    locale(
      ['he', 'IL', 'Israeli', '+972', 9],
      'נועה|noa, יוסף|yosef, תמר|tamar, איתי|itai, שירה|shira',
      'כהן|cohen, לוי|levi, מזרחי|mizrahi, בן־דוד|bendavid, פרידמן|friedman',
    ),
    3,
  ],
  [
    locale(
      ['zh', 'CN', 'Chinese', '+86', 11],
      '小明|xiaoming, 伟|wei, 秀英|xiuying, 丽娜|lina, 建国|jianguo, 梓涵|zihan',
      '王|wang, 李|li, 欧阳|ouyang, 张|zhang, 陳|chen, 劉|liu',
    ),
    7,
  ],
  [
    locale(
      ['ja', 'JP', 'Japanese', '+81', 10],
      'さくら|sakura, 太郎|taro, 結衣|yui, 翔太|shota, アヤカ|ayaka, 健一|kenichi',
      '佐藤|sato, 鈴木|suzuki, 高橋|takahashi, 渡邉|watanabe, 小林|kobayashi, 髙木|takagi',
    ),
    8,
  ],
  [
    locale(
      ['ko', 'KR', 'Korean', '+82', 10],
      '서연|seoyeon, 민준|minjun, 지우|jiwoo, 하은|haeun, 도윤|doyun',
      '김|kim, 이|lee, 박|park, 최|choi, 남궁|namgung',
    ),
    5,
  ],
  [
    locale(
      ['th', 'TH', 'Thai', '+66', 9],
      'สมชาย|somchai, ณัฐวุฒิ|nattawut, พิมพ์ชนก|pimchanok, กิตติ|kitti, สุดา|suda',
      'ศรีสุข|srisuk, วงศ์สวัสดิ์|wongsawat, ใจดี|jaidee, ทองคำ|thongkham',
    ),
    3,
  ],
]
