/** How a word is coloured; the word itself says it. */
export type Tone = 'plain' | 'good' | 'waiting' | 'bad';
