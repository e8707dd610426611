const pattern = (words: readonly string[], then: string) =>
  new RegExp(`(?<!\\p{L})(?:${words.join('|')})(?:${then})$`, 'iu');

/** Words for a number as such, and what may stand between it and the digits. */
const NUMBER = '(?:number|num|no|nr|nº|n°|n\\.º|code|id|ref|reference|slip|line)';
const LINK = `(?:[\\s:=#("'’.,-]|${NUMBER}|is|was|my|the|of|with|in|for|as|says|shows?|showed|de|del|est|ist|lautet|es|è|er|är|to){0,8}`;

/** What else long numbers are called: orders, invoices, tickets, parcels, parts. */
export const ORDER_WORD = pattern(
  [
    'orders?|invoices?|bills?|tickets?|cases?|claims?|confirmations?|transactions?|trans|references?|ref|quote|job|voucher|coupon',
    'tracking|parcel|shipment|consignment|barcode|ean|upc|isbn|sku|batch|lot|serial|model|part|item|article|product|version',
    'meter|reading|readings|timestamp|imei|iccid|sim|vin|po|purchase|cheque|check number|booking|complaint|event|policy',
    'error|plate|folio|balance|score|receipt|pallet|container|points|code|batch|room|flight|form|page|pages|section|zip',
    '(?:bestell|auftrags|rechnungs|sendungs|vertrags|artikel|serien|vorgangs|zähler|kunden|ticket)\\p{L}{0,12}|bestellung|rechnung|auftrag|artikel|vertrag',
    'commande|facture|référence|dossier|pedido|factura|referencia|ordine|fattura|encomenda|fatura|nota fiscal',
    'bestelling|factuur|ordre|faktura|tilaus|zamówieni[ea]|objednávka|ärende',
  ],
  LINK,
);

/** Words that announce a phone number. */
export const PHONE_WORD = pattern(
  [
    'phone|telephone|tel|mobile|mob|cell|cellphone|landline|fax|whatsapp|call|calls|called|calling|ring|rang|text|texted|dial|dialled|dialed|dialing|reach',
    'contact|handy|handynummer|telefon|telefonnummer|rückruf|anrufen|téléphone|portable|joindre|appeler|rappelez',
    'móvil|celular|teléfono|llamar|llámeme|márqueme|cellulare|telefono|chiamarmi|telefone|telemóvel|telefoon|mobiel|bereiken',
    'mobil|mobilnummer|puhelin|puhelinnumero(?:ni)?|numer|my number|nummer',
  ],
  `(?:[\\s:=#("'’.,-]|numbers?|no|nr|is|are|me|us|him|her|back|on|at|to|my|the|wife|only|office|line|mobile|phone|this|ist|lautet|unter|au|al|a|el|il|es|è|på|er|op|mich|te|moi|daughter|son|husband|attorney|or){0,8}`,
);
