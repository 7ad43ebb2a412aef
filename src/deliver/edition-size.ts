// How large an edition is.

/** Stories in one edition at most: what one Discord message (10 embeds) and one LINE carousel (12 bubbles) both hold. */
export const editionSize = 10;
