const encoded = [
  '{{<base64}}{{user}}{{>[0:16]}}',
  '{{<base64}}{{user}}{{>[16:32]}}',
  '{{<base64}}{{user}}{{>[32:48]}}',
  '{{<base64}}{{user}}{{>[48:]}}',
];
export const key = atob(encoded.join(''));
