import { type Labelled, labelled } from './sentences.ts';

/**
 * Notes as sellers write them in four more languages, made up for this and labelled by hand as in `sentences.ts`. The first
 * forty of each were written before the lists were widened by them: the short lists found 42.9 % (es), 57.1 % (it), 52.2 % (nl)
 * and 42.9 % (pt) of their hedges, and 90.0 to 92.3 % of the marks were right. The twenty of `AFTERWARDS` came after
 * that and were first tried at 100 % and 100 % (es, it), 100 % found and 84.6 % right (nl), 90.9 % and 90.9 % (pt). Dutch and
 * Portuguese were then mended by them, and for `LAST` no hedge was: only words that tell Portuguese from Spanish were added after it.
 */
type Language = 'es' | 'it' | 'nl' | 'pt';

export const FORTY: Record<Language, Labelled[]> = {
  es: labelled(`
    {b:Creo que} Marta tiene la última palabra en compras.
    {b:Me parece que} el presupuesto ya está aprobado.
    {b:Tengo la sensación de que} esperan un descuento mayor.
    {b:Supongo} que el abogado revisa el contrato esta semana.
    {b:Entiendo que} la competencia ya no participa.
    {h:Ojalá} el director firme antes de Navidad.
    {h:Confiamos en} que nos elijan a nosotros.
    {h:Esperemos que} no cambien otra vez de comprador.
    {p:Quizá} haga falta una segunda demo con sistemas.
    {p:Igual} nos piden otra referencia del sector.
    Lo {p:más probable} es que amplíen en primavera.
    La firma {p:debería} llegar el viernes.
    {p:Seguramente} tengan que pasar por el comité.
    {p:Es posible} que Jordi cambie de puesto.
    El cliente {a:parece} contento con el piloto.
    {a:Da la sensación} de que Lucía está convencida.
    {a:Se ve que} les gusta la propuesta anual.
    Volvemos a hablar {t:dentro de unos días}.
    Me llaman {t:en cuanto puedan}.
    Faltan {q:unas cuantas} firmas y está {q:prácticamente} cerrado.
    Marta envía el pedido firmado el 14 de noviembre.
    Reunión con el comité de compras el jueves a las 10.
    El contrato debería cubrir el soporte durante dos años.
    Jordi pidió una oferta revisada para 40 licencias.
    El director financiero aprobó el presupuesto el 3 de noviembre.
    Han rechazado la cláusula de permanencia.
    ¿Podría enviarnos el formulario de proveedor?
    La herramienta debería permitir exportar a Excel.
    Lucía presenta el plan al consejo el 2 de diciembre.
    No han abierto el archivo que mandamos el lunes.
    El piloto termina el 30 de noviembre con once usuarios.
    La competencia bajó el precio un 10 %.
    Esperan nuestra respuesta hasta el martes.
    El abogado devuelve el contrato con tres cambios.
    Ana Ruiz, 12 nov: «Creo que podemos firmar el día 20».
    Se instala la segunda sede en enero y la tercera en marzo.
    Sergio de compras llamó ayer y confirmó el precio.
    La auditoría de seguridad está fijada para el 12 de enero.
    Firman el pedido mañana en su oficina de Bilbao.
    El jefe de proyecto dejó la empresa la semana pasada.
  `),
  it: labelled(`
    {b:Credo che} decida tutto la dottoressa Neri.
    {b:Mi sa che} il budget è già stato speso.
    {b:Ho l'impressione che} aspettino un altro sconto.
    {b:Immagino} che l'ufficio legale risponda venerdì.
    {b:Secondo me} siamo avanti rispetto al concorrente.
    {h:Speriamo} che il direttore firmi prima di Natale.
    {h:Mi auguro} che l'ufficio acquisti non si fermi ancora.
    {h:Incrociamo le dita} per il comitato.
    {p:Forse} serve una seconda demo con il reparto IT.
    {p:Magari} ci chiedono un'altra referenza.
    {p:Molto probabilmente} allargano il progetto in primavera.
    La firma {p:dovrebbe} arrivare giovedì.
    {p:Può essere che} Paolo cambi ruolo.
    {p:Potrebbero} volere un contratto triennale.
    Il cliente {a:sembra} soddisfatto del pilota.
    {a:Pare che} il concorrente si sia ritirato.
    {a:A quanto pare} il progetto passa a Torino.
    Ci risentiamo {t:fra qualche giorno}.
    Mi richiamano {t:appena possono}.
    Mancano {q:alcuni} dettagli, ma l'ordine è {q:praticamente} chiuso.
    Giulia manda l'ordine firmato il 14 novembre.
    Riunione con il comitato acquisti giovedì alle 10.
    Il contratto dovrebbe coprire l'assistenza per due anni.
    Paolo ha chiesto un'offerta rivista per 40 licenze.
    Il direttore finanziario ha approvato il budget il 3 novembre.
    Hanno respinto la clausola sul rinnovo.
    Potrebbe inviarci il modulo fornitore?
    Lo strumento dovrebbe supportare l'accesso con Azure.
    Giulia presenta il piano al consiglio il 2 dicembre.
    Non hanno aperto il file che abbiamo mandato lunedì.
    Il pilota finisce il 30 novembre con undici utenti.
    Il concorrente ha tolto il dieci per cento dal prezzo.
    Aspettano la nostra risposta entro martedì.
    L'avvocato rimanda il contratto con tre modifiche.
    Anna Conti, 12 nov: «Credo che possiamo firmare il 20».
    La seconda sede parte a gennaio e la terza a marzo.
    Sergio degli acquisti ha chiamato ieri e ha confermato il prezzo.
    La verifica di sicurezza è fissata per il 12 gennaio.
    Firmano l'ordine domani nella loro sede di Parma.
    La responsabile del progetto ha lasciato l'azienda la settimana scorsa.
  `),
  nl: labelled(`
    {b:Ik denk dat} Marieke het laatste woord heeft.
    {b:Volgens mij} is het budget al goedgekeurd.
    {b:Ik heb het gevoel dat} ze op meer korting wachten.
    {b:We gaan ervan uit dat} juridische zaken vrijdag reageert.
    {b:Mijn inschatting is} dat de concurrent afvalt.
    {h:Hopelijk} tekent de directeur voor de kerst.
    {h:We hopen} dat inkoop niet nog eens wisselt.
    {h:Duimen} voor de stuurgroep van donderdag.
    {p:Misschien} is een tweede demo met IT nodig.
    {p:Wellicht} vragen ze nog een referentie.
    Uitbreiding in het voorjaar is {p:waarschijnlijk}.
    De handtekening {p:zou} vrijdag binnen {p:moeten} zijn.
    Het {p:kan zijn dat} Joris van functie wisselt.
    Ze {p:zouden} ook een contract van drie jaar {p:kunnen} nemen.
    De klant {a:lijkt} tevreden over de pilot.
    {a:Blijkbaar} is de andere leverancier afgehaakt.
    {a:Zo te zien} vindt Sanne het jaarplan goed.
    We spreken elkaar {t:over een paar dagen}.
    Ze bellen terug {t:zodra het kan}.
    Er ontbreken nog {q:een paar} gegevens, maar het is {q:zo goed als} rond.
    Marieke stuurt de getekende order op 14 november.
    Overleg met de inkoopcommissie op donderdag om 10 uur.
    Het contract zou ook de support voor twee jaar moeten dekken.
    Joris vroeg om een herziene offerte voor 40 licenties.
    De financieel directeur keurde het budget op 3 november goed.
    Ze hebben de clausule over verlenging geschrapt.
    Zou u ons het leveranciersformulier kunnen sturen?
    De tool zou inloggen met Azure moeten ondersteunen.
    Sanne legt het plan op 2 december voor aan de raad.
    Ze konden de bijlage van maandag niet openen.
    De pilot eindigt op 30 november met elf gebruikers.
    De concurrent verlaagde de prijs met tien procent.
    Ze verwachten ons antwoord voor dinsdag.
    De jurist stuurt het contract met drie wijzigingen terug.
    Anna Visser, 12 nov: "Ik denk dat we de 20e kunnen tekenen."
    De tweede vestiging start in januari en de derde in maart.
    Bram van inkoop belde gisteren en bevestigde de prijs.
    De beveiligingstoets staat gepland op 12 januari.
    Ze tekenen de order morgen op hun kantoor in Breda.
    De projectleider heeft het bedrijf vorige week verlaten.
  `),
  pt: labelled(`
    {b:Acho que} a Marta tem a última palavra nas compras.
    {b:Tenho a sensação de que} esperam um desconto maior.
    {b:Parece-me que} o orçamento já está aprovado.
    {b:Presumo} que o jurídico responda na sexta.
    {b:Na minha opinião} estamos à frente do concorrente.
    {h:Tomara} que o diretor assine antes do Natal.
    {h:Esperemos que} não mudem outra vez de comprador.
    {h:Com sorte} temos a encomenda na sexta.
    {p:Talvez} seja precisa uma segunda demonstração com a informática.
    {p:Se calhar} pedem mais uma referência.
    {p:O mais provável} é alargarem o projeto na primavera.
    A assinatura {p:deve} chegar na quinta.
    {p:Pode ser que} o Rui mude de função.
    Eles {p:poderiam} querer um contrato de três anos.
    O cliente {a:parece} satisfeito com o piloto.
    {a:Ao que parece} o concorrente desistiu.
    {a:Tudo indica que} o projeto passa para o Porto.
    Voltamos a falar {t:daqui a uns dias}.
    Eles ligam {t:assim que puderem}.
    Faltam {q:algumas} assinaturas, mas está {q:praticamente} fechado.
    A Marta envia a encomenda assinada a 14 de novembro.
    Reunião com a comissão de compras na quinta às 10 horas.
    O contrato deveria cobrir o suporte durante dois anos.
    O Rui pediu uma proposta revista para 40 licenças.
    O diretor financeiro aprovou o orçamento no dia 3 de novembro.
    Rejeitaram a cláusula de renovação.
    Poderia enviar-nos o formulário de fornecedor?
    A ferramenta deveria permitir a exportação para Excel.
    A Lúcia apresenta o plano ao conselho no dia 2 de dezembro.
    Não abriram o ficheiro que mandámos na segunda.
    O piloto termina a 30 de novembro com onze utilizadores.
    O concorrente baixou o preço em dez por cento.
    Eles aguardam a nossa resposta até terça.
    O advogado devolve o contrato com três alterações.
    Ana Lopes, 12 nov: «Acho que podemos assinar no dia 20».
    A segunda sede arranca em janeiro e a terceira em março.
    O Sérgio das compras ligou ontem e confirmou o preço.
    A auditoria de segurança está marcada para 12 de janeiro.
    Assinam a encomenda amanhã no escritório de Braga.
    A chefe de projeto saiu da empresa na semana passada.
  `),
};

export const AFTERWARDS: Record<Language, Labelled[]> = {
  es: labelled(`
    {b:Yo diría que} Nuria ya nos prefiere.
    {b:Pienso que} la demora viene de sistemas.
    {h:Espero que} el consejo lo apruebe en enero.
    {h:Con suerte} cerramos antes del puente.
    {p:Tal vez} haya que rebajar la tarifa de entrada.
    {p:Podrían} cancelar la segunda fase.
    {p:Es muy probable} que firmen por dos años.
    {a:Al parecer} hay otro proveedor en la mesa.
    Nos dirán algo {t:en las próximas semanas}.
    Tenemos {q:varios} puntos abiertos y la respuesta llega {t:pronto}.
    Nuria manda los números de serie el miércoles.
    El acuerdo marco entra en vigor el 1 de febrero.
    Óscar compara tres ofertas y decide el 9 de diciembre.
    El precio incluye la formación de doce personas.
    La plataforma debería integrar su correo.
    No quieren pagar por adelantado.
    ¿Cuándo podría llamarnos la señora Prieto?
    Compras pidió un aval bancario para el pedido.
    El servidor de pruebas falló el martes y se arregló el jueves.
    Recibimos la orden firmada por correo a las 9.
  `),
  it: labelled(`
    {b:Penso che} la frenata venga dai sistemi.
    {b:Direi che} Nadia preferisce noi.
    {h:Spero che} il consiglio lo approvi a gennaio.
    {h:Con un po' di fortuna} chiudiamo prima del ponte.
    {p:Probabilmente} firmano per due anni.
    {p:Potrebbero} annullare la seconda fase.
    {p:È probabile} che serva uno sconto iniziale.
    {a:Sembra che} ci sia un altro fornitore sul tavolo.
    Ci fanno sapere {t:nelle prossime settimane}.
    Restano {q:un paio di} punti aperti e la risposta arriva {t:presto}.
    Nadia manda i numeri di serie mercoledì.
    L'accordo quadro parte il 1 febbraio.
    Oscar confronta tre offerte e decide il 9 dicembre.
    Il prezzo comprende la formazione di dodici persone.
    La piattaforma dovrebbe includere la loro posta.
    Non vogliono pagare in anticipo.
    Quando potrebbe chiamarci la signora Prati?
    L'ufficio acquisti ha chiesto una fideiussione per l'ordine.
    Il server di prova si è fermato martedì ed è ripartito giovedì.
    Abbiamo ricevuto l'ordine firmato per posta alle 9.
  `),
  nl: labelled(`
    {b:Ik vermoed dat} de vertraging bij IT ligt.
    {b:Naar mijn gevoel} kiest Noor voor ons.
    {h:Ik hoop dat} de raad het in januari goedkeurt.
    {h:Met een beetje geluk} ronden we het voor het weekend af.
    {p:Waarschijnlijk} tekenen ze voor twee jaar.
    Ze {p:zouden} de tweede fase schrappen.
    {p:Mogelijk} is er een lagere instapprijs nodig.
    {a:Het schijnt dat} er nog een leverancier aan tafel zit.
    We horen het {t:in de komende weken}.
    Er staan {q:enkele} punten open en het antwoord komt {t:binnenkort}.
    Noor stuurt de serienummers op woensdag.
    De raamovereenkomst gaat in op 1 februari.
    Oscar vergelijkt drie offertes en beslist op 9 december.
    De prijs omvat de training van twaalf mensen.
    Het platform zou hun mail moeten ondersteunen.
    Ze willen niet vooraf betalen.
    Wanneer zou mevrouw Prins ons kunnen bellen?
    Inkoop vroeg om een bankgarantie voor de order.
    De testserver viel dinsdag uit en draaide donderdag weer.
    We kregen de getekende order om 9 uur per post.
  `),
  pt: labelled(`
    {b:Creio que} o atraso vem da informática.
    {b:Diria que} a Nádia nos prefere.
    {h:Espero que} o conselho o aprove em janeiro.
    {h:Com um pouco de sorte} fechamos antes do feriado.
    {p:Provavelmente} assinam por dois anos.
    Eles {p:poderiam} cancelar a segunda fase.
    {p:É provável} que seja preciso um preço de entrada mais baixo.
    {a:Parece que} há outro fornecedor na mesa.
    Eles dizem algo {t:nas próximas semanas}.
    Restam {q:vários} pontos em aberto e a resposta chega {t:em breve}.
    A Nádia manda os números de série na quarta.
    O acordo-quadro entra em vigor a 1 de fevereiro.
    O Óscar compara três propostas e decide no dia 9 de dezembro.
    O preço inclui a formação de doze pessoas.
    A plataforma deveria incluir o correio deles.
    Não querem pagar adiantado.
    Quando poderia a senhora Prates ligar-nos?
    As compras pediram uma garantia bancária para a encomenda.
    O servidor de testes parou na terça e voltou na quinta.
    Recebemos a encomenda assinada pelo correio às 9.
  `),
};

export const LAST: Record<'nl' | 'pt', Labelled[]> = {
  nl: labelled(`
    {b:Wij denken dat} de wethouder nog twijfelt.
    {b:Als je het mij vraagt} tekent Femke niet dit jaar.
    {h:Laten we hopen dat} hun auditor akkoord gaat.
    {h:Ik reken op} een ja in de vergadering van maandag.
    {p:Vermoedelijk} valt het besluit na de fusie.
    {p:Als het meezit} leveren we in april, {p:anders mogelijk} in mei.
    {p:In theorie} duurt de inkoopronde drie weken.
    Femke {a:leek} enthousiast over de planning.
    {a:Het klinkt alsof} hun IT om is.
    {t:Vroeg of laat} willen ze alle vestigingen, {q:ongeveer} tien stuks.
    Femke kan de order tot 5 december tekenen.
    De wethouder zag de demo en stelde vier vragen.
    Ze vragen wie de data beheert en waar de servers staan.
    Wij leveren de koppeling binnen tien werkdagen.
    Hun auditor keurt de verwerkersovereenkomst op 8 januari goed.
    De inkoper belde om 14 uur en vroeg vijf procent korting.
    Het rapport zou ook een export naar Excel moeten hebben.
    Zij kunnen op 3 februari met twee teams beginnen.
    De fusie is op 1 juli afgerond.
    We hebben de factuur voor de pilot verstuurd.
  `),
  pt: labelled(`
    {b:Acreditamos que} a vereadora ainda tem dúvidas.
    {b:Cá para mim} a Filipa não assina este ano.
    {h:Oxalá} o auditor deles aceite.
    {h:Conto com} um sim na reunião de segunda.
    {p:Possivelmente} a decisão cai depois da fusão.
    {p:Em princípio} entregamos em abril.
    {p:Em teoria} a ronda de compras dura três semanas.
    A Filipa {a:parecia} entusiasmada com o calendário.
    {a:Pelos vistos} a informática já concorda.
    {t:Mais cedo ou mais tarde} querem todas as lojas, {q:cerca de} dez.
    A Filipa pode assinar a encomenda até 5 de dezembro.
    A vereadora viu a demonstração e fez quatro perguntas.
    Eles dizem quem gere os dados e onde estão os servidores.
    Nós entregamos a ligação em dez dias úteis.
    O auditor deles aprova o contrato de dados a 8 de janeiro.
    O comprador ligou às 14 horas e pediu cinco por cento de desconto.
    O relatório deveria permitir a exportação para Excel.
    Eles começam a 3 de fevereiro com duas equipas.
    A fusão ficou concluída a 1 de julho.
    Enviámos a fatura do piloto.
  `),
};
