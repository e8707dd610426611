/** Given names that people sign with, in lower case: of many countries, without those that are words too. */
export const GIVEN_NAMES: ReadonlySet<string> = new Set(
  `aaron abdul abigail adam adele adrian adriana agnes agnieszka ahmed aisha aidan alan albert alberto alejandra alejandro
  alex alexander alexandra alexis alfred ali alice alicia alina alison allison amanda amelia amina amit amy ana anders
  andré andre andrea andreas andrei andrew andrzej angela angelo anita anja anjali ann anna annabel anne annette anthony
  antje antoine anton antonella antonia antonio aoife arjun armando arthur asha ashley astrid audrey ayesha aylin barbara
  barry bart beatrice beatriz ben benedikt benjamin bernadette bernard bernd bert beth bethany betty bianca birgit björn
  bob boris brandon brenda brian bridget bruce bruno caitlin cameron camila camille carina carl carla carlos carmen carol
  carolina caroline cassandra catarina caterina catherine cecilia charles charlie charlotte chiara chloe chloé chris
  christian christina christine christoph christopher ciara claire clara claudia claudio clément colin connor conor
  craig cristina curtis cynthia daisy damian daniel daniela daniele danielle danny dariusz darren dave david davide
  deborah declan denise dennis derek diana diane diego dieter dietmar dirk dmitri dominic donald donna dora doris
  dorothy douglas duncan dylan eamon edith eduardo edward eileen elaine elena eleanor elisa elisabeth elise eliza
  elizabeth ella ellen elsa emily emilia emilio emma emmanuel enrico eric erica erik erika ernst esther ethan eugene
  eva evelyn ewa fabian fabio fatima fatma federica federico felipe felix fernanda fernando filip fiona florian florence
  francesca francesco francis francisco françois françoise frank frans franz fred frederick frederik frieda fritz
  gabriel gabriela gareth gary gavin gemma geoff geoffrey george georg georgia gerald gerard gerhard gertrud giancarlo
  gillian gina giorgio giovanna giovanni gisela giulia giuseppe gloria gonzalo gordon graham greg gregory greta guillaume
  gunnar günter günther gustavo guy hanna hannah hannes hans harald harold harry hassan heather hector heidi heike heinz
  helen helena helga helmut henri henrik henry herbert hilda holger holly howard hugo hussein ian ibrahim ida ignacio
  ingrid inge inga irena irene iris isaac isabel isabella isabelle ismail ivan ivana ivo jack jackie jacob jacqueline
  jake jakob jakub jamal james jamie jan jana jane janet janice janine jason javier jean jeff jeffrey jennifer jenny
  jens jeremy jerome jerry jesse jessica jesús jill jim jimmy joan joanna joanne joão joe joel johan johanna johannes john
  johnny jon jonas jonathan jorge josé jose josef joseph josephine joshua joyce juan juanita judith judy julia julian
  juliana julie julien juliette jürgen justin justyna kai karen karin karl karol karolina katarzyna kate katharina
  katherine kathleen kathryn kathy katie katja katrin kayla keith kelly ken kenneth kenji kerstin kevin khalid kieran
  kimberly kirsten klaus konrad kristen kristin kristina kurt kwame kyle larissa lars laura lauren laurence laurent
  lawrence lea leah leila lena leo leon leonard leonardo leonie leonor lesley leslie lewis liam lidia lina linda lindsay
  lisa liz lorena lorenzo lorraine louis louise luc luca lucas lucía lucia lucie lucy luis luisa luiza lukas luke lydia
  lynn maarten mabel madeleine magdalena małgorzata malcolm manfred manuel manuela marcel marcela marcin marco marcus
  margaret margarita margot maria maría marian mariana marie marina mario marion marjorie markus marlene marta martha
  martin martina mary maryam mateusz matilda matteo matthew matthias maureen maurice mauricio max maximilian megan
  mehmet melanie melissa mercedes michael michał michel michele michelle miguel mihai mike mikael miriam mohamed
  mohammed moira monica monika monique morgan muhammad mustafa nadia nadine nancy naomi natalia natalie natasha nathan
  neil nicholas nick nicola nicolas nicole niamh nigel nikolai nikos nina noah noel nora norman nuno olaf oleg olga
  oliver olivia olu omar orla oscar oskar otto owen pablo paloma pamela paola paolo pascal patricia patricio patrick paul
  paula paulina pauline paulo pavel pawel paweł pedro peggy peter petra phil philip philippe phoebe phyllis pierre
  pietro piotr priya rachel rafael rainer raj rajesh ralf ralph ramón raquel ravi raymond rebecca regina reinhard renate
  renata ricardo riccardo richard rick rita robert roberta roberto robin rodrigo roger roland rolf roman ronald rory
  rosa rosemary rosie ross roy rui rupert russell ruth ryan sabine sabrina sally salvatore samantha samira samuel sandra
  sandrine sanjay santiago sara sarah saskia scott sean seán sebastian sergei sergio shane shannon sharon sheila shirley
  siân silke silvia simon simone sinead siobhan sofia sofie sonia sophia sophie stacey stefan stefanie stefano steffen
  stella stephan stephanie stephen stéphane steve steven stuart sunita susan susanna susanne suzanne sven svetlana sylvia
  sylvie tamara tania tanja tanya tara tatiana teresa terence theo theodora theresa thérèse thomas thorsten tiago tiffany
  tim timothy tina tobias todd tom tomás tomasz tommy toni tony torsten tracey tracy trevor tyrone udo ulrich ulrike
  umberto ursula uwe valentina valeria valerie vanessa vera verena veronica veronika vicente vicky victor victoria
  vijay viktor vincent vincenzo virginia vivian vladimir walter wanda wayne wendy werner wilhelm willem william wolfgang
  xavier yasmin yolanda yuki yusuf yvette yvonne zahra zoe zoë zofia`.split(/\s+/),
);
