// Clipboard or file HTML reduced to plain text that keeps what layout tells: headings and paragraphs on lines of their own,
// list items with a dash. The HTML is parsed into a document that is never shown: no script in it runs, nothing in it loads.

const dropped = new Set(['SCRIPT', 'STYLE', 'NOSCRIPT', 'TEMPLATE', 'SVG', 'IFRAME', 'OBJECT', 'HEAD', 'NOFRAMES', 'BUTTON', 'SELECT', 'TEXTAREA', 'CANVAS', 'VIDEO', 'AUDIO']);
const paragraphs = new Set(['P', 'H1', 'H2', 'H3', 'H4', 'H5', 'H6', 'BLOCKQUOTE', 'UL', 'OL', 'TABLE', 'FIGURE', 'ARTICLE', 'SECTION', 'HEADER', 'FOOTER', 'NAV', 'ASIDE', 'MAIN', 'PRE', 'HR', 'DL']);
const lines = new Set(['DIV', 'LI', 'TR', 'DT', 'DD', 'FIGCAPTION', 'ADDRESS', 'CAPTION', 'FORM', 'FIELDSET']);

const unread = /(?:script|noframes|iframe|noembed|textarea|title|xmp)(?=[\s/>])/iy; // elements whose content is no markup
const acting = /(?:on[a-z]+|style)(?=[\s=/>])/iy; // attributes that the page's policy would be asked about

/**
 * HTML without what a browser checks against the page's policy even in a document that is never shown: inline styles, handlers, a
 * base address. None of it would run; but each would be told as refused, and raise an alarm where there is no cause. One pass.
 */
export function harmless(html: string): string {
  const parts: string[] = [];
  let from = 0;
  const put = (until: number, words: string, next: number) => {
    parts.push(html.slice(from, until), words);
    from = next;
  };
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at)) {
    const end = html.charAt(at + 1) === '/';
    const name = at + (end ? 2 : 1);
    if (!/[a-z]/i.test(html.charAt(name))) {
      at += 1;
      continue;
    }
    const word = html.slice(name, name + 5).toLowerCase();
    let raw = '';
    if (word === 'style' && /[\s/>]/.test(html.charAt(name + 5))) {
      put(name, 'noframes', name + 5); // its content is skipped the same way, but is no style
      raw = end ? '' : 'style';
    } else if (word.startsWith('base') && /[\s/>]/.test(html.charAt(name + 4))) put(name, 'x-', name);
    else {
      unread.lastIndex = name;
      if (!end) raw = unread.exec(html)?.[0] ?? '';
    }
    // Through the tag's attributes to its end.
    let before = ' ';
    for (at = name; at < html.length && html.charAt(at) !== '>'; at += 1) {
      const sign = html.charAt(at);
      if ((sign === '"' || sign === "'") && before === '=') {
        const close = html.indexOf(sign, at + 1);
        if (close < 0) break;
        at = close;
      } else if (at > name && /[\s/"']/.test(html.charAt(at - 1))) {
        acting.lastIndex = at;
        if (acting.test(html)) put(at, 'x-', at);
      }
      if (!/\s/.test(sign)) before = at > name && sign !== '=' ? 'x' : sign;
    }
    if (!raw) continue;
    const close = new RegExp(`</${raw}(?=[\\s/>])`, 'gi');
    close.lastIndex = at;
    at = close.exec(html)?.index ?? html.length;
  }
  return parts.join('') + html.slice(from);
}

/** In: HTML of any quality. Out: text. Linear in its length; a stack of its own, since pasted pages can nest very deep. */
export function textOfHtml(html: string): string {
  const parsed = new DOMParser().parseFromString(harmless(html), 'text/html');
  const parts: string[] = []; // joined once: looking into a growing string would copy it each time
  let last = ''; // the last character written
  let pending = 0; // line ends owed before the next words
  const owe = (count: number) => {
    if (parts.length) pending = Math.max(pending, count);
  };
  const write = (text: string) => {
    if (!text) return;
    if (pending) {
      for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
        const kept = part.trimEnd();
        if (kept) {
          parts.push(kept);
          break;
        }
      }
      parts.push('\n'.repeat(pending));
      pending = 0;
    }
    parts.push(text);
    last = text.charAt(text.length - 1);
  };
  type Visit = { node: Node; leaving: boolean; pre: boolean };
  const stack: Visit[] = [{ node: parsed.body, leaving: false, pre: false }];
  for (let visit = stack.pop(); visit; visit = stack.pop()) {
    const { node, leaving, pre } = visit;
    if (node.nodeType === Node.TEXT_NODE) {
      const raw = node.nodeValue ?? '';
      if (pre) write(raw);
      else {
        const text = raw.replace(/[ \t\r\n\f]+/g, ' ');
        write(pending || !parts.length || last === ' ' || last === '\n' ? text.replace(/^ /, '') : text);
      }
      continue;
    }
    if (node.nodeType !== Node.ELEMENT_NODE) continue;
    const name = node.nodeName.toUpperCase();
    if (dropped.has(name)) continue;
    if (name === 'BR') {
      owe(pending + 1 > 2 ? 2 : pending + 1);
      continue;
    }
    if (paragraphs.has(name)) owe(2);
    else if (lines.has(name)) owe(1);
    if (leaving) continue;
    if (name === 'LI') write('- ');
    if ((name === 'TD' || name === 'TH') && node.previousSibling) write('\t');
    const inPre = pre || name === 'PRE';
    stack.push({ node, leaving: true, pre });
    for (let child = node.lastChild; child; child = child.previousSibling) stack.push({ node: child, leaving: false, pre: inPre });
  }
  return parts.join('').trim();
}

/** Rich where the clipboard has it and it says more than the plain text does; else plain, exactly as given. */
export function textOfClipboard(data: DataTransfer): string {
  const plain = data.getData('text/plain');
  const html = data.getData('text/html');
  // An editor's or terminal's HTML is only colouring: plain text with line structure is the better source then.
  if (html && /<(p|h[1-6]|li|article|blockquote|div)[\s>]/i.test(html) && !/<pre[\s>]|data-vscode|<meta name="?generator"? content="?Visual/i.test(html)) {
    const text = textOfHtml(html);
    if (text) return text;
  }
  return plain || (html ? textOfHtml(html) : '');
}
