// How many lines a headline takes in a card of the site. The desk does not have the site's typeface, and another would run wider
// or narrower on each machine: the widths of its letters are known here instead.

const CARD = 328; // pixels: the column of a phone that is 360 wide
const SIZE = 18; // pixels, as site.css sets a headline in a list

/** How wide the letters of Literata 600 run, in hundredths of the type's size; pairs that are drawn closer are within 1 %. */
const WIDTHS = {
  20: ' \u00a0', 25: '\'', 31: '’‘', 33: '!,.:;j', 34: '-', 35: 'і()[]il', 37: '{}', 41: 'І1If', 42: '"', 43: 't|',
  45: '*', 46: '„', 47: '/\\_', 48: 's', 50: '`–', 52: 'гзrz', 53: 'сғ257c«»“”', 54: 'э', 55: 'еёә3?e', 56: 'а9a',
  57: '6J', 58: 'ь$+8<=>^~', 59: 'бвхұү4gx', 60: 'ту0y', 61: 'ГЗоҒөSov', 62: 'д', 63: 'кяFbq', 64: 'РқLPd',
  65: 'ЕлрчЁEkp', 66: 'u', 67: 'Ьъ', 68: 'БВУһ#BZhn', 69: 'Эп', 70: 'ийнц', 71: 'СC', 72: 'Әң', 73: 'ЯҰҮY', 74: 'ТХRTX',
  75: 'АДAV', 76: 'КG', 77: 'ОмҚDKO', 78: 'ЛЧӨQ', 79: 'ЪU', 80: 'Һ', 83: '&', 84: 'НПфHN', 85: 'ИЙ', 86: 'ФЦыҢ',
  89: '%w', 90: 'жю', 91: '@…', 99: 'МшMm', 100: 'щ—', 101: 'Ы', 108: 'Ж', 110: 'W', 112: 'Ю', 118: 'Ш', 120: 'Щ',
  128: '№',
};

const ELSE = 65;
const widths = new Map(Object.entries(WIDTHS).flatMap(([hundredths, letters]) => [...letters].map(letter => [letter, Number(hundredths)])));

const width = text => [...text].reduce((sum, letter) => sum + (widths.get(letter) ?? ELSE), 0) * SIZE / 100;

/** A line ends at a space or behind a hyphen; a word that is wider than the card counts for as many lines as it needs. */
export function lines(headline) {
  let count = 0;
  let line = '';
  for (const word of headline.trim().split(/\s+/).filter(Boolean)) {
    word.split(/(?<=\p{L}-)(?=\p{L})/u).forEach((part, n) => {
      const longer = line && !n ? `${line} ${part}` : line + part;
      if (line && width(longer) <= CARD) {
        line = longer;
      } else {
        count += Math.max(1, Math.ceil(width(part) / CARD));
        line = part;
      }
    });
  }
  return count;
}
