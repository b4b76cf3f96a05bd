// How many lines a headline takes in a card of the site.

const CARD = 300; // pixels, the narrowest column of the front page
const FONT = '600 20px Georgia, "Times New Roman", serif';

let pen = null;

/** A word that is wider than the card is broken by the browser, and counts for as many lines as it needs. */
export function lines(headline) {
  pen ??= document.createElement('canvas').getContext('2d');
  pen.font = FONT;
  const width = text => pen.measureText(text).width;
  let count = 0;
  let line = '';
  for (const word of headline.trim().split(/\s+/).filter(Boolean)) {
    const longer = line ? `${line} ${word}` : word;
    if (line && width(longer) <= CARD) {
      line = longer;
    } else {
      count += Math.max(1, Math.ceil(width(word) / CARD));
      line = word;
    }
  }
  return count;
}
