// A Word document as HTML: headings, paragraphs, lists and tables stay what they are. Pictures are left out.
import mammoth from 'mammoth';

export async function htmlOfDocx(bytes: ArrayBuffer): Promise<string> {
  const nothing = mammoth.images.imgElement(() => Promise.resolve({ src: '' }));
  const { value } = await mammoth.convertToHtml({ arrayBuffer: bytes }, { convertImage: nothing });
  return value;
}
