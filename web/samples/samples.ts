// Articles to try the page with, written for it: the events in them never happened.
import checkpoint from './checkpoint.txt?raw';
import cyber from './cyber.txt?raw';
import opinion from './opinion.txt?raw';

export interface Sample {
  name: string;
  about: string;
  text: string;
}

export const samples: Sample[] = [
  { name: 'A bombing and its echo', about: 'news, pasted with share buttons and all', text: checkpoint },
  { name: 'Five neighbours, one threat', about: 'opinion: obstacles and proposals', text: opinion },
  { name: 'A port stands still', about: 'cyberattack: claims and denials', text: cyber },
];
