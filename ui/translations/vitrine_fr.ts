<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="fr" sourcelanguage="en">
    <context>
        <name>AttractScreen</name>
        <message>
            <source>See it on you,
before you decide.</source>
            <translation>Voyez-le sur vous,
avant de choisir.</translation>
        </message>
        <message>
            <source>Step up and touch. Your picture stays in this mirror and is gone when you leave.</source>
            <translation>Approchez et touchez l’écran. Votre image reste dans ce miroir et disparaît quand vous partez.</translation>
        </message>
        <message>
            <source>Start</source>
            <translation>Commencer</translation>
        </message>
        <message>
            <source>The camera follows your face only to place the colour. Nobody is recognised, nothing is recorded.</source>
            <translation>La caméra suit votre visage uniquement pour poser la couleur. Personne n’est reconnu, rien n’est enregistré.</translation>
        </message>
    </context>
    <context>
        <name>CartPage</name>
        <message>
            <source>%1 is taken off</source>
            <comment>coupon</comment>
            <translation>%1 est déduit</translation>
        </message>
        <message>
            <source>We do not know %1</source>
            <comment>coupon</comment>
            <translation>Nous ne connaissons pas %1</translation>
        </message>
        <message>
            <source>%1 is out of date</source>
            <comment>coupon</comment>
            <translation>%1 n’est plus valable</translation>
        </message>
        <message>
            <source>%1 more, and %2 counts</source>
            <translation>Encore %1, et %2 s’applique</translation>
        </message>
        <message>
            <source>%1 does not fit this cart yet</source>
            <comment>coupon</comment>
            <translation>%1 ne va pas encore avec ce panier</translation>
        </message>
        <message>
            <source>%1 does not go together with your other savings</source>
            <comment>coupon</comment>
            <translation>%1 ne se cumule pas avec vos autres remises</translation>
        </message>
        <message>
            <source>Your cart</source>
            <translation>Votre panier</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Revenir au miroir</translation>
        </message>
        <message>
            <source>All together, tax included</source>
            <translation>Total, taxes comprises</translation>
        </message>
        <message>
            <source>All together, %1 saved</source>
            <translation>Total, %1 d’économie</translation>
        </message>
        <message>
            <source>To my phone</source>
            <translation>Sur mon téléphone</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>Continuer l’essai</translation>
        </message>
        <message>
            <source>Check out</source>
            <translation>Commander</translation>
        </message>
        <message>
            <source>%1 is no longer sold here</source>
            <translation>%1 n’est plus vendu ici</translation>
        </message>
        <message>
            <source>%1 · %2 each</source>
            <comment>shade, price</comment>
            <translation>%1 · %2 pièce</translation>
        </message>
        <message>
            <source>Was %1 when you added it, now %2</source>
            <translation>C’était %1 à l’ajout, maintenant %2</translation>
        </message>
        <message>
            <source>Wrap %1 as a gift</source>
            <translation>Emballer %1 en cadeau</translation>
        </message>
        <message>
            <source>without offers %1</source>
            <translation>sans offres %1</translation>
        </message>
        <message>
            <source>Being paid at %1. Nothing can be changed until that is done.</source>
            <translation>Paiement en cours sur %1. Rien ne peut changer d’ici là.</translation>
        </message>
        <message>
            <source>That could not be kept, and nothing was changed. For the team: %1</source>
            <translation>Cela n’a pas pu être gardé, rien n’a changé. Pour l’équipe : %1</translation>
        </message>
        <message>
            <source>%1 is out of your cart.</source>
            <translation>%1 n’est plus dans votre panier.</translation>
        </message>
        <message>
            <source>Just added from your other screen: %1</source>
            <translation>Ajouté depuis votre autre écran : %1</translation>
        </message>
        <message>
            <source>Bring it back</source>
            <translation>Le remettre</translation>
        </message>
        <message>
            <source>OK</source>
            <translation>D’accord</translation>
        </message>
        <message>
            <source>Nothing here yet. Touch a shade, and add what suits you. A cart that you began on your phone comes here when you show its code to the mirror.</source>
            <translation>Rien encore. Touchez une teinte et ajoutez ce qui vous va. Un panier commencé sur votre téléphone vient ici quand vous montrez son code au miroir.</translation>
        </message>
        <message>
            <source>Take back coupon %1</source>
            <translation>Retirer le coupon %1</translation>
        </message>
        <message>
            <source>For the shop: %1</source>
            <comment>note</comment>
            <translation>Pour la boutique : %1</translation>
        </message>
        <message>
            <source>I have a coupon</source>
            <translation>J’ai un coupon</translation>
        </message>
        <message>
            <source>Tell the shop something</source>
            <translation>Un mot pour la boutique</translation>
        </message>
        <message>
            <source>Change what I said</source>
            <translation>Changer mon mot</translation>
        </message>
        <message>
            <source>Without offers</source>
            <translation>Sans offres</translation>
        </message>
        <message>
            <source>You save</source>
            <translation>Vous économisez</translation>
        </message>
        <message>
            <source>Tax in it, %1</source>
            <translation>Dont taxe, %1</translation>
        </message>
        <message>
            <source>Saved here. It goes to the shop by itself when the network is back.</source>
            <translation>Gardé ici. Cela part à la boutique dès le retour du réseau.</translation>
        </message>
        <message>
            <source>That cart could not be brought here. Let the phone show a new code. For the team: %1</source>
            <translation>Ce panier n’a pas pu venir ici. Affichez un nouveau code sur le téléphone. Pour l’équipe : %1</translation>
        </message>
    </context>
    <context>
        <name>CheckoutPage</name>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Where would you like to fetch it?</source>
            <translation>Où voulez-vous le retirer ?</translation>
        </message>
        <message>
            <source>One moment</source>
            <translation>Un instant</translation>
        </message>
        <message>
            <source>Show this at the till</source>
            <translation>À montrer en caisse</translation>
        </message>
        <message>
            <source>It will be waiting for you</source>
            <translation>Il vous attendra</translation>
        </message>
        <message>
            <source>That did not work</source>
            <translation>Cela n’a pas marché</translation>
        </message>
        <message>
            <source>How would you like to get it?</source>
            <translation>Comment voulez-vous l’avoir ?</translation>
        </message>
        <message>
            <source>Back to the cart</source>
            <translation>Retour au panier</translation>
        </message>
        <message>
            <source>Back</source>
            <translation>Retour</translation>
        </message>
        <message>
            <source>Receipt on my phone</source>
            <translation>Reçu sur mon téléphone</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>Continuer l’essai</translation>
        </message>
        <message>
            <source>Pay at the till</source>
            <translation>Payer en caisse</translation>
        </message>
        <message>
            <source>Take everything with you. You get a code to show there.</source>
            <translation>Prenez tout avec vous. Vous recevez un code à y montrer.</translation>
        </message>
        <message>
            <source>Fetch it later</source>
            <translation>Retirer plus tard</translation>
        </message>
        <message>
            <source>Here or in another of our shops. You pay when you fetch it.</source>
            <translation>Ici ou dans une autre de nos boutiques. Vous payez au retrait.</translation>
        </message>
        <message>
            <source>Have it sent home</source>
            <translation>Livraison chez vous</translation>
        </message>
        <message>
            <source>Type your address on your phone, never here.</source>
            <translation>Tapez votre adresse sur votre téléphone, jamais ici.</translation>
        </message>
        <message>
            <source>%1, where you are</source>
            <comment>store</comment>
            <translation>%1, où vous êtes</translation>
        </message>
        <message>
            <source>%1
Not everything is there just now</source>
            <comment>address</comment>
            <translation>%1
Tout n’y est pas en ce moment</translation>
        </message>
        <message>
            <source>%1
Ready %2</source>
            <comment>address, day and time</comment>
            <translation>%1
Prêt : %2</translation>
        </message>
        <message>
            <source>Your order is being written down.</source>
            <translation>Votre commande est enregistrée.</translation>
        </message>
        <message>
            <source>Your cart is being paid at another device just now. Wait a moment, or go on there.</source>
            <translation>Votre panier est en cours de paiement sur un autre appareil. Patientez ou continuez là-bas.</translation>
        </message>
        <message>
            <source>Your cart is as it was. Try again, or ask one of us.</source>
            <translation>Votre panier est inchangé. Réessayez ou demandez-nous.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>Pour l’équipe : %1</translation>
        </message>
        <message>
            <source>Your code: %1</source>
            <translation>Votre code : %1</translation>
        </message>
        <message>
            <source>Paid: %1. Thank you!</source>
            <translation>Payé : %1. Merci !</translation>
        </message>
        <message>
            <source>To pay: %1</source>
            <translation>À payer : %1</translation>
        </message>
        <message>
            <source>The till scans this code or types it. Your things stay with you until then.</source>
            <translation>La caisse scanne ce code ou le tape. Gardez vos articles jusque-là.</translation>
        </message>
        <message>
            <source>%1, from %2. You pay there; the code is all you need.</source>
            <comment>store, day and time</comment>
            <translation>%1, à partir de %2. Vous payez sur place ; le code suffit.</translation>
        </message>
        <message>
            <source>%1. You pay there; the code is all you need.</source>
            <comment>store</comment>
            <translation>%1. Vous payez sur place ; le code suffit.</translation>
        </message>
        <message>
            <source>The shop has your order.</source>
            <translation>La boutique a votre commande.</translation>
        </message>
        <message>
            <source>Written down here. The shop hears of it when the network is back; you need not wait.</source>
            <translation>Noté ici. La boutique l’apprend au retour du réseau ; inutile d’attendre.</translation>
        </message>
        <message>
            <source>Written down here. The shop confirms it when the network is back; ask one of us if you cannot wait.</source>
            <translation>Noté ici. La boutique confirme au retour du réseau ; demandez-nous si vous ne pouvez pas attendre.</translation>
        </message>
        <message>
            <source>For your phone</source>
            <translation>Pour votre téléphone</translation>
        </message>
        <message>
            <source>For the till</source>
            <translation>Pour la caisse</translation>
        </message>
    </context>
    <context>
        <name>ComfortPage</name>
        <message>
            <source>Make yourself comfortable</source>
            <translation>Mettez-vous à l’aise</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Revenir au miroir</translation>
        </message>
        <message>
            <source>Everything within reach</source>
            <translation>Tout à portée de main</translation>
        </message>
        <message>
            <source>Brings every control and the picture lower</source>
            <translation>Abaisse l’image et toutes les commandes</translation>
        </message>
        <message>
            <source>High contrast</source>
            <translation>Contraste élevé</translation>
        </message>
        <message>
            <source>Black on white</source>
            <translation>Noir sur blanc</translation>
        </message>
        <message>
            <source>Larger text</source>
            <translation>Texte plus grand</translation>
        </message>
        <message>
            <source>Easier to read from afar</source>
            <translation>Plus facile à lire de loin</translation>
        </message>
    </context>
    <context>
        <name>CompareSlider</name>
        <message>
            <source>Before and now</source>
            <translation>Avant et maintenant</translation>
        </message>
        <message>
            <source>before</source>
            <translation>avant</translation>
        </message>
        <message>
            <source>now</source>
            <translation>maintenant</translation>
        </message>
        <message>
            <source>Slide to compare with before</source>
            <translation>Glissez pour comparer avec avant</translation>
        </message>
    </context>
    <context>
        <name>EntryPage</name>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Pas maintenant</translation>
        </message>
    </context>
    <context>
        <name>GoodbyeScreen</name>
        <message>
            <source>See you soon.</source>
            <translation>À bientôt.</translation>
        </message>
        <message>
            <source>Nothing was kept: not your picture, not what you tried, not your picks.</source>
            <translation>Rien n’a été gardé : ni votre image, ni vos essais, ni votre sélection.</translation>
        </message>
        <message>
            <source>Start again</source>
            <translation>Recommencer</translation>
        </message>
        <message>
            <source>Nothing was kept here. The picture for your phone waits ten minutes behind its code, then it is gone too.</source>
            <translation>Rien n’a été gardé ici. La photo pour votre téléphone attend dix minutes derrière son code, puis disparaît aussi.</translation>
        </message>
    </context>
    <context>
        <name>HandoffPage</name>
        <message>
            <source>Sent to your home</source>
            <translation>Envoyé chez vous</translation>
        </message>
        <message>
            <source>Your cart on your phone</source>
            <translation>Votre panier sur votre téléphone</translation>
        </message>
        <message>
            <source>Back to the cart</source>
            <translation>Retour au panier</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>Continuer l’essai</translation>
        </message>
        <message>
            <source>A code for your phone is being made ready.</source>
            <translation>Un code pour votre téléphone se prépare.</translation>
        </message>
        <message>
            <source>Point your phone’s camera at the code and type your address there. It is never shown on this mirror.</source>
            <translation>Visez le code avec votre téléphone et tapez-y votre adresse. Elle n’apparaît jamais sur ce miroir.</translation>
        </message>
        <message>
            <source>Point your phone’s camera at the code. Go on there or here: both show the same cart.</source>
            <translation>Visez le code avec votre téléphone. Continuez là-bas ou ici : c’est le même panier.</translation>
        </message>
        <message>
            <source>The code is too old now. Take a new one.</source>
            <translation>Le code est périmé. Prenez-en un autre.</translation>
        </message>
        <message>
            <source>There is no way to the shop’s network just now. Your cart is safe here, and paying at the till works.</source>
            <translation>Le réseau de la boutique est injoignable pour l’instant. Votre panier est en sûreté ici, et payer en caisse fonctionne.</translation>
        </message>
        <message>
            <source>It works once, for one phone, and for %1 more.</source>
            <translation>Il sert une fois, pour un téléphone, encore %1.</translation>
        </message>
        <message>
            <source>To bring the cart back, show its code on the phone to this mirror.</source>
            <translation>Pour ramener le panier, montrez son code sur le téléphone à ce miroir.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>Pour l’équipe : %1</translation>
        </message>
    </context>
    <context>
        <name>HelpPage</name>
        <message>
            <source>What you can do here</source>
            <translation>Ce que vous pouvez faire ici</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Revenir au miroir</translation>
        </message>
        <message>
            <source>Touch a shade and see it on you. Slide along the shades to compare them.</source>
            <translation>Touchez une teinte pour la voir sur vous. Glissez d’une teinte à l’autre pour comparer.</translation>
        </message>
        <message>
            <source>Slide the handle under your face to see before and now side by side.</source>
            <translation>Glissez la poignée sous votre visage pour voir avant et maintenant côte à côte.</translation>
        </message>
        <message>
            <source>Undo takes back one step. Nothing you touch here can go wrong.</source>
            <translation>Annuler revient un pas en arrière. Rien de ce que vous touchez ici ne peut mal tourner.</translation>
        </message>
        <message>
            <source>Add what you want to your cart and pay at the till, or keep it on your wish list.</source>
            <translation>Mettez ce que vous voulez au panier et payez en caisse, ou gardez-le dans vos envies.</translation>
        </message>
        <message>
            <source>Your picture stays in this mirror unless you send one to your phone, and is gone when you leave.</source>
            <translation>Votre image reste dans ce miroir, sauf la photo que vous envoyez sur votre téléphone, et disparaît à votre départ.</translation>
        </message>
        <message>
            <source>Rather talk to a person? Wave to one of us, we know this mirror well.</source>
            <translation>Envie de parler à quelqu’un ? Faites-nous signe, nous connaissons bien ce miroir.</translation>
        </message>
        <message>
            <source>Where is my order?</source>
            <translation>Où est ma commande ?</translation>
        </message>
    </context>
    <context>
        <name>LanguagePage</name>
        <message>
            <source>Which language do you like?</source>
            <translation>Quelle langue préférez-vous ?</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Revenir au miroir</translation>
        </message>
    </context>
    <context>
        <name>LooksShelf</name>
        <message>
            <source>Wear a whole look, then change any piece of it.</source>
            <translation>Portez un look entier, puis changez ce que vous voulez.</translation>
        </message>
        <message>
            <source>%1, on you</source>
            <translation>%1, sur vous</translation>
        </message>
    </context>
    <context>
        <name>MirrorScreen</name>
        <message>
            <source>Tell the shop</source>
            <translation>Envoyer à la boutique</translation>
        </message>
        <message>
            <source>Your coupon</source>
            <translation>Votre coupon</translation>
        </message>
        <message>
            <source>The letters and digits on it</source>
            <translation>Ses lettres et ses chiffres</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>L’utiliser</translation>
        </message>
        <message>
            <source>What should the shop know?</source>
            <translation>Que doit savoir la boutique ?</translation>
        </message>
        <message>
            <source>Such as a message for a gift</source>
            <translation>Par exemple un mot pour un cadeau</translation>
        </message>
        <message>
            <source>Where is my order?</source>
            <translation>Où est ma commande ?</translation>
        </message>
        <message>
            <source>The ten letters and digits of its code</source>
            <translation>Les dix lettres et chiffres de son code</translation>
        </message>
        <message>
            <source>Find it</source>
            <translation>La trouver</translation>
        </message>
    </context>
    <context>
        <name>OfferCard</name>
        <message>
            <source>Why this? %1</source>
            <translation>Pourquoi ? %1</translation>
        </message>
        <message>
            <source>Add it</source>
            <translation>Ajouter</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>L’utiliser</translation>
        </message>
        <message>
            <source>Not interested</source>
            <translation>Pas intéressé</translation>
        </message>
    </context>
    <context>
        <name>OrderPage</name>
        <message>
            <source>Ordered</source>
            <translation>Commandé</translation>
        </message>
        <message>
            <source>Waiting to be paid</source>
            <translation>En attente de paiement</translation>
        </message>
        <message>
            <source>Paid</source>
            <translation>Payé</translation>
        </message>
        <message>
            <source>Being made ready</source>
            <translation>En préparation</translation>
        </message>
        <message>
            <source>Ready to be fetched</source>
            <translation>Prêt à retirer</translation>
        </message>
        <message>
            <source>On its way</source>
            <translation>En route</translation>
        </message>
        <message>
            <source>Fetched</source>
            <translation>Retiré</translation>
        </message>
        <message>
            <source>Delivered</source>
            <translation>Livré</translation>
        </message>
        <message>
            <source>Cancelled</source>
            <translation>Annulé</translation>
        </message>
        <message>
            <source>Coming back to us</source>
            <translation>En retour vers nous</translation>
        </message>
        <message>
            <source>Returned</source>
            <translation>Retourné</translation>
        </message>
        <message>
            <source>Order %1</source>
            <translation>Commande %1</translation>
        </message>
        <message>
            <source>Where is my order?</source>
            <translation>Où est ma commande ?</translation>
        </message>
        <message>
            <source>Another code</source>
            <translation>Autre code</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Revenir au miroir</translation>
        </message>
        <message>
            <source>Looking for it…</source>
            <translation>Recherche…</translation>
        </message>
        <message>
            <source>No order has this code. Check it once more: it has ten letters and digits.</source>
            <translation>Aucune commande n’a ce code. Regardez encore : il a dix lettres et chiffres.</translation>
        </message>
        <message>
            <source>There is no way to the shop’s network just now. Ask one of us, or open the order on your phone.</source>
            <translation>Le réseau de la boutique est injoignable pour l’instant. Demandez-nous ou ouvrez la commande sur votre téléphone.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>Pour l’équipe : %1</translation>
        </message>
        <message>
            <source>In all: %1</source>
            <translation>En tout : %1</translation>
        </message>
        <message>
            <source>In all: %1. Ready from %2</source>
            <comment>amount, day and time</comment>
            <translation>En tout : %1. Prêt à partir de %2</translation>
        </message>
        <message>
            <source>Follow it on your phone, or bring something back: point its camera here.</source>
            <translation>Suivez-la ou retournez un article depuis votre téléphone : visez ici.</translation>
        </message>
        <message>
            <source>Follow it on your phone: point its camera here.</source>
            <translation>Suivez-la sur votre téléphone : visez ici.</translation>
        </message>
    </context>
    <context>
        <name>Picture</name>
        <message>
            <source>Your reflection</source>
            <translation>Votre reflet</translation>
        </message>
    </context>
    <context>
        <name>ProductShelf</name>
        <message>
            <source>%1, %2</source>
            <comment>kind, finish</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Styles</source>
            <translation>Styles</translation>
        </message>
        <message>
            <source>%1, on you</source>
            <translation>%1, sur vous</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>description, size</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Shades</source>
            <translation>Teintes</translation>
        </message>
        <message>
            <source>%1 · %2, a %3</source>
            <comment>shade code, shade name, colour in words</comment>
            <translation>%1 · %2, %3</translation>
        </message>
        <message>
            <source>Touch a shade to see it on you, or slide along them</source>
            <translation>Touchez une teinte pour la voir sur vous, ou glissez</translation>
        </message>
        <message>
            <source>Light</source>
            <translation>Léger</translation>
        </message>
        <message>
            <source>How much</source>
            <translation>Intensité</translation>
        </message>
        <message>
            <source>Rich</source>
            <translation>Intense</translation>
        </message>
        <message>
            <source>Find my shade</source>
            <translation>Trouver ma teinte</translation>
        </message>
    </context>
    <context>
        <name>QrCode</name>
        <message>
            <source>A code for your phone’s camera</source>
            <translation>Un code pour l’appareil photo de votre téléphone</translation>
        </message>
    </context>
    <context>
        <name>QuantityStepper</name>
        <message>
            <source>One fewer of %1</source>
            <translation>Un de moins : %1</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>Retirer %1</translation>
        </message>
        <message>
            <source>%1 of %2</source>
            <comment>quantity, product</comment>
            <translation>%1 de %2</translation>
        </message>
        <message>
            <source>One more of %1</source>
            <translation>Un de plus : %1</translation>
        </message>
    </context>
    <context>
        <name>RestingPicture</name>
        <message>
            <source>One moment…</source>
            <translation>Un instant…</translation>
        </message>
        <message>
            <source>The mirror is taking a short rest</source>
            <translation>Le miroir fait une petite pause</translation>
        </message>
        <message>
            <source>Your reflection is on its way.</source>
            <translation>Votre reflet arrive.</translation>
        </message>
        <message>
            <source>Look through every shade meanwhile. Your reflection comes back by itself.</source>
            <translation>Parcourez toutes les teintes en attendant. Votre reflet revient tout seul.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>Pour l’équipe : %1</translation>
        </message>
    </context>
    <context>
        <name>ScanToast</name>
        <message>
            <source>What you showed to the mirror</source>
            <translation>Ce que vous avez montré au miroir</translation>
        </message>
        <message>
            <source>Close</source>
            <translation>Fermer</translation>
        </message>
        <message>
            <source>Your order %1</source>
            <translation>Votre commande %1</translation>
        </message>
        <message>
            <source>Coupon %1</source>
            <translation>Bon de réduction %1</translation>
        </message>
        <message>
            <source>We do not sell this</source>
            <translation>Nous ne vendons pas cet article</translation>
        </message>
        <message>
            <source>We do not know this code</source>
            <translation>Nous ne connaissons pas ce code</translation>
        </message>
        <message>
            <source>We may have something like it.</source>
            <translation>Nous avons peut-être quelque chose de semblable.</translation>
        </message>
        <message>
            <source>It is not one of this shop’s.</source>
            <translation>Il n’est pas de ce magasin.</translation>
        </message>
        <message>
            <source>Try on</source>
            <translation>Essayer</translation>
        </message>
        <message>
            <source>Try on %1</source>
            <translation>Essayer %1</translation>
        </message>
        <message>
            <source>In your cart</source>
            <translation>Dans votre panier</translation>
        </message>
        <message>
            <source>Add to cart</source>
            <translation>Ajouter au panier</translation>
        </message>
        <message>
            <source>Add %1 to cart</source>
            <translation>Ajouter %1 au panier</translation>
        </message>
        <message>
            <source>Use it</source>
            <translation>L’utiliser</translation>
        </message>
        <message>
            <source>Show it</source>
            <translation>L’afficher</translation>
        </message>
        <message>
            <source>Ask one of us</source>
            <translation>Demandez-nous</translation>
        </message>
    </context>
    <context>
        <name>ShadePage</name>
        <message>
            <source>Look straight at the mirror</source>
            <translation>Regardez le miroir bien en face</translation>
        </message>
        <message>
            <source>Nearest to your skin</source>
            <translation>Au plus près de votre peau</translation>
        </message>
        <message>
            <source>I cannot tell in this light</source>
            <translation>Impossible à dire sous cette lumière</translation>
        </message>
        <message>
            <source>Measure again</source>
            <translation>Mesurer à nouveau</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Pas maintenant</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>Continuer l’essayage</translation>
        </message>
        <message>
            <source>The mirror reads the colour of your skin for two seconds. Nothing of it is kept.</source>
            <translation>Le miroir lit la couleur de votre peau pendant deux secondes. Rien n’en est gardé.</translation>
        </message>
        <message>
            <source>Touch one to see it on you.</source>
            <translation>Touchez-en une pour la voir sur vous.</translation>
        </message>
        <message>
            <source>None of its shades is close to your skin. Ask us for another foundation.</source>
            <translation>Aucune de ses teintes n’est proche de votre peau. Demandez-nous un autre fond de teint.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <comment>shade code, shade name</comment>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>shade, how it differs from the skin</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1 · on you now</source>
            <comment>how a shade differs</comment>
            <translation>%1 · sur vous</translation>
        </message>
        <message>
            <source>ΔE %1</source>
            <translation>ΔE %1</translation>
        </message>
    </context>
    <context>
        <name>SnapshotPage</name>
        <message>
            <source>Look into the mirror</source>
            <translation>Regardez dans le miroir</translation>
        </message>
        <message>
            <source>Your picture</source>
            <translation>Votre photo</translation>
        </message>
        <message>
            <source>Take another picture</source>
            <translation>Reprendre une photo</translation>
        </message>
        <message>
            <source>Not now</source>
            <translation>Pas maintenant</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
        <message>
            <source>Let it go</source>
            <translation>L’effacer</translation>
        </message>
        <message>
            <source>On its way…</source>
            <translation>En route…</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>Send to my phone</source>
            <translation>L’envoyer sur mon téléphone</translation>
        </message>
        <message>
            <source>It is in this mirror only, and gone when you let it go or leave.</source>
            <translation>Elle n’est que dans ce miroir, et disparaît quand vous l’effacez ou partez.</translation>
        </message>
        <message>
            <source>A page for your phone is being made ready.</source>
            <translation>Une page se prépare pour votre téléphone.</translation>
        </message>
        <message>
            <source>Point your phone’s camera at the code. Your picture waits there for ten minutes, then it is gone.</source>
            <translation>Visez le code avec l’appareil photo du téléphone. Votre photo y attend dix minutes, puis disparaît.</translation>
        </message>
        <message>
            <source>It could not be sent just now. It is still here.</source>
            <translation>Elle n’a pas pu être envoyée. Elle est toujours là.</translation>
        </message>
        <message>
            <source>This mirror sends no pictures to phones: this one is for looking, and gone when you let it go or leave.</source>
            <translation>Ce miroir n’envoie pas de photos aux téléphones : celle-ci est à regarder, et disparaît quand vous l’effacez ou partez.</translation>
        </message>
        <message>
            <source>For the team: %1</source>
            <translation>Pour l’équipe : %1</translation>
        </message>
        <message>
            <source>What you are wearing in it</source>
            <translation>Ce que vous y portez</translation>
        </message>
    </context>
    <context>
        <name>StaffPage</name>
        <message>
            <source>The hub was not asked yet</source>
            <translation>Le serveur n’a pas encore été interrogé</translation>
        </message>
        <message>
            <source>Connected to the hub</source>
            <translation>Connecté au serveur</translation>
        </message>
        <message>
            <source>The hub does not answer; it is tried again by itself</source>
            <translation>Le serveur ne répond pas ; nouvel essai automatique</translation>
        </message>
        <message>
            <source>The hub does not let this kiosk in</source>
            <translation>Le serveur refuse cette borne</translation>
        </message>
        <message>
            <source>The hub cannot be asked</source>
            <translation>Le serveur ne peut pas être interrogé</translation>
        </message>
        <message>
            <source>This kiosk has no hub</source>
            <translation>Cette borne n’a pas de serveur</translation>
        </message>
        <message>
            <source>For the team</source>
            <translation>Pour l’équipe</translation>
        </message>
        <message>
            <source>Look again</source>
            <translation>Actualiser</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Revenir au miroir</translation>
        </message>
        <message>
            <source>What the hub refused</source>
            <translation>Ce que le serveur a refusé</translation>
        </message>
        <message>
            <source>Try again</source>
            <translation>Réessayer</translation>
        </message>
        <message>
            <source>It answered last %1 ago</source>
            <translation>Dernière réponse il y a %1</translation>
        </message>
        <message>
            <source>Nothing waits to be sent</source>
            <translation>Rien n’attend d’être envoyé</translation>
        </message>
        <message>
            <source>%1 steps wait to be sent, the oldest for %2</source>
            <translation>%1 étapes attendent d’être envoyées, la plus ancienne depuis %2</translation>
        </message>
        <message>
            <source>The hub refused these for good: %1</source>
            <translation>Refusés définitivement par le serveur : %1</translation>
        </message>
    </context>
    <context>
        <name>StillTherePage</name>
        <message>
            <source>Still there?</source>
            <translation>Toujours là ?</translation>
        </message>
        <message>
            <source>I’m done</source>
            <translation>J’ai terminé</translation>
        </message>
        <message>
            <source>I’m still here</source>
            <translation>Je suis là</translation>
        </message>
        <message>
            <source>In a few seconds everything from this visit is cleared, so that the next person finds a fresh mirror.</source>
            <translation>Dans quelques secondes, tout ce qui vient de cette visite s’efface, pour que la personne suivante trouve un miroir tout neuf.</translation>
        </message>
    </context>
    <context>
        <name>TryPage</name>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>On you: %1</source>
            <extracomment>Opens the list of products on the face. %n is how many there are.</extracomment>
            <translation>Sur vous : %1</translation>
        </message>
        <message>
            <source>On you</source>
            <translation>Sur vous</translation>
        </message>
        <message>
            <source>See what is in it</source>
            <translation>Voir ce qu’il contient</translation>
        </message>
        <message>
            <source>Help</source>
            <translation>Aide</translation>
        </message>
        <message>
            <source>Language: %1</source>
            <translation>Langue : %1</translation>
        </message>
        <message>
            <source>Comfort</source>
            <translation>Confort</translation>
        </message>
        <message>
            <source>I’m done</source>
            <translation>J’ai terminé</translation>
        </message>
        <message>
            <source>Take a picture</source>
            <translation>Prendre une photo</translation>
        </message>
        <message>
            <source>On my wish list</source>
            <translation>Dans mes envies</translation>
        </message>
        <message>
            <source>In your cart</source>
            <translation>Dans le panier</translation>
        </message>
        <message>
            <source>Add to cart · %1</source>
            <translation>Au panier · %1</translation>
        </message>
        <message>
            <source>Shop</source>
            <translation>Boutique</translation>
        </message>
        <message>
            <source>Cart</source>
            <translation>Panier</translation>
        </message>
        <message>
            <source>Wish list</source>
            <translation>Envies</translation>
        </message>
    </context>
    <context>
        <name>WearingPage</name>
        <message>
            <source>On you now</source>
            <translation>Sur vous maintenant</translation>
        </message>
        <message>
            <source>Undo</source>
            <translation>Annuler</translation>
        </message>
        <message>
            <source>Take it all off</source>
            <translation>Tout enlever</translation>
        </message>
        <message>
            <source>Nothing yet. Touch a shade, and it is on you.</source>
            <translation>Rien pour l’instant. Touchez une teinte, et vous la portez.</translation>
        </message>
        <message>
            <source>How much of %1</source>
            <translation>Intensité de %1</translation>
        </message>
        <message>
            <source>Take off %1</source>
            <translation>Enlever %1</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Revenir au miroir</translation>
        </message>
        <message>
            <source>All in your cart</source>
            <translation>Tout au panier</translation>
        </message>
        <message>
            <source>Add all to cart</source>
            <translation>Tout mettre au panier</translation>
        </message>
    </context>
    <context>
        <name>Words</name>
        <message>
            <source>Lips</source>
            <translation>Lèvres</translation>
        </message>
        <message>
            <source>Eyes</source>
            <translation>Yeux</translation>
        </message>
        <message>
            <source>Brows</source>
            <translation>Sourcils</translation>
        </message>
        <message>
            <source>Face</source>
            <translation>Teint</translation>
        </message>
        <message>
            <source>Looks</source>
            <translation>Looks</translation>
        </message>
        <message>
            <source>Lipstick</source>
            <translation>Rouge à lèvres</translation>
        </message>
        <message>
            <source>Lip liner</source>
            <translation>Crayon à lèvres</translation>
        </message>
        <message>
            <source>Eyeshadow</source>
            <translation>Fard à paupières</translation>
        </message>
        <message>
            <source>Eyeliner</source>
            <translation>Eye-liner</translation>
        </message>
        <message>
            <source>Mascara</source>
            <translation>Mascara</translation>
        </message>
        <message>
            <source>Brow colour</source>
            <translation>Couleur sourcils</translation>
        </message>
        <message>
            <source>Blush</source>
            <translation>Blush</translation>
        </message>
        <message>
            <source>Bronzer</source>
            <translation>Poudre bronzante</translation>
        </message>
        <message>
            <source>Contour</source>
            <translation>Contour</translation>
        </message>
        <message>
            <source>Highlighter</source>
            <translation>Enlumineur</translation>
        </message>
        <message>
            <source>Foundation</source>
            <translation>Fond de teint</translation>
        </message>
        <message>
            <source>Coloured lenses</source>
            <translation>Lentilles colorées</translation>
        </message>
        <message>
            <source>matte</source>
            <translation>fini mat</translation>
        </message>
        <message>
            <source>satin</source>
            <translation>fini satiné</translation>
        </message>
        <message>
            <source>glossy</source>
            <translation>fini brillant</translation>
        </message>
        <message>
            <source>sheer</source>
            <translation>fini transparent</translation>
        </message>
        <message>
            <source>metallic</source>
            <translation>fini métallisé</translation>
        </message>
        <message>
            <source>shimmering</source>
            <translation>fini irisé</translation>
        </message>
        <message>
            <source>Lid</source>
            <translation>Paupière</translation>
        </message>
        <message>
            <source>Crease</source>
            <translation>Creux</translation>
        </message>
        <message>
            <source>Halo</source>
            <translation>Halo</translation>
        </message>
        <message>
            <source>Classic</source>
            <translation>Classique</translation>
        </message>
        <message>
            <source>Fine</source>
            <translation>Fin</translation>
        </message>
        <message>
            <source>Wing</source>
            <translation>Ailé</translation>
        </message>
        <message>
            <source>Natural</source>
            <translation>Naturel</translation>
        </message>
        <message>
            <source>Full</source>
            <translation>Intense</translation>
        </message>
        <message>
            <source>Apples</source>
            <translation>Pommettes</translation>
        </message>
        <message>
            <source>Draped</source>
            <translation>Drapé</translation>
        </message>
        <message>
            <source>Concealer</source>
            <translation>Anticernes</translation>
        </message>
        <message>
            <source>All over</source>
            <translation>Uniforme</translation>
        </message>
        <message>
            <source>Outline</source>
            <translation>Contour net</translation>
        </message>
        <message>
            <source>Ombré</source>
            <translation>Ombré</translation>
        </message>
        <message>
            <source>Two-tone</source>
            <translation>Bicolore</translation>
        </message>
        <message>
            <source>Smoky</source>
            <translation>Charbonneux</translation>
        </message>
        <message>
            <source>Cut crease</source>
            <translation>Cut crease</translation>
        </message>
        <message>
            <source>Cat eye</source>
            <translation>Œil de chat</translation>
        </message>
        <message>
            <source>Smudged</source>
            <translation>Estompé</translation>
        </message>
        <message>
            <source>Graphic</source>
            <translation>Graphique</translation>
        </message>
        <message>
            <source>Wispy</source>
            <translation>Effilé</translation>
        </message>
        <message>
            <source>Doll eye</source>
            <translation>Poupée</translation>
        </message>
        <message>
            <source>Defined</source>
            <translation>Dessiné</translation>
        </message>
        <message>
            <source>Lifted</source>
            <translation>Liftant</translation>
        </message>
        <message>
            <source>Sun-kissed</source>
            <translation>Bonne mine</translation>
        </message>
        <message>
            <source>For my face</source>
            <translation>Pour mon visage</translation>
        </message>
        <message>
            <source>Oval</source>
            <translation>Ovale</translation>
        </message>
        <message>
            <source>Round</source>
            <translation>Rond</translation>
        </message>
        <message>
            <source>Square</source>
            <translation>Carré</translation>
        </message>
        <message>
            <source>Heart</source>
            <translation>Cœur</translation>
        </message>
        <message>
            <source>Long</source>
            <translation>Allongé</translation>
        </message>
        <message>
            <source>Vivid</source>
            <translation>Intense</translation>
        </message>
        <message>
            <source>very light</source>
            <translation>très clair</translation>
        </message>
        <message>
            <source>light</source>
            <translation>clair</translation>
        </message>
        <message>
            <source>medium</source>
            <translation>moyen</translation>
        </message>
        <message>
            <source>deep</source>
            <translation>profond</translation>
        </message>
        <message>
            <source>very deep</source>
            <translation>très profond</translation>
        </message>
        <message>
            <source>warm</source>
            <translation>chaud</translation>
        </message>
        <message>
            <source>neutral</source>
            <translation>neutre</translation>
        </message>
        <message>
            <source>cool</source>
            <translation>froid</translation>
        </message>
        <message>
            <source>black</source>
            <translation>noir</translation>
        </message>
        <message>
            <source>grey</source>
            <translation>gris</translation>
        </message>
        <message>
            <source>white</source>
            <translation>blanc</translation>
        </message>
        <message>
            <source>beige</source>
            <translation>beige</translation>
        </message>
        <message>
            <source>brown</source>
            <translation>brun</translation>
        </message>
        <message>
            <source>pink</source>
            <translation>rose</translation>
        </message>
        <message>
            <source>red</source>
            <translation>rouge</translation>
        </message>
        <message>
            <source>orange</source>
            <translation>orange</translation>
        </message>
        <message>
            <source>gold</source>
            <translation>doré</translation>
        </message>
        <message>
            <source>green</source>
            <translation>vert</translation>
        </message>
        <message>
            <source>teal</source>
            <translation>bleu canard</translation>
        </message>
        <message>
            <source>blue</source>
            <translation>bleu</translation>
        </message>
        <message>
            <source>purple</source>
            <translation>violet</translation>
        </message>
        <message>
            <source>%1 %2 %3</source>
            <extracomment>A shade in words. %1 how deep ("deep"), %2 how warm ("cool"), %3 the colour ("red")</extracomment>
            <translation>%3 %1, %2</translation>
        </message>
        <message>
            <source>Stand in front of the mirror</source>
            <translation>Placez-vous face au miroir</translation>
        </message>
        <message>
            <source>Come a little closer</source>
            <translation>Approchez-vous un peu</translation>
        </message>
        <message>
            <source>Take a small step back</source>
            <translation>Reculez d’un petit pas</translation>
        </message>
        <message>
            <source>Look straight at the mirror</source>
            <translation>Regardez le miroir bien en face</translation>
        </message>
        <message>
            <source>A little more light would help</source>
            <translation>Un peu plus de lumière aiderait</translation>
        </message>
        <message>
            <source>as your skin</source>
            <translation>comme votre peau</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>a touch lighter</source>
            <translation>un rien plus clair</translation>
        </message>
        <message>
            <source>lighter</source>
            <translation>plus clair</translation>
        </message>
        <message>
            <source>a touch deeper</source>
            <translation>un rien plus foncé</translation>
        </message>
        <message>
            <source>deeper</source>
            <translation>plus foncé</translation>
        </message>
        <message>
            <source>a touch warmer</source>
            <translation>un rien plus doré</translation>
        </message>
        <message>
            <source>warmer</source>
            <translation>plus doré</translation>
        </message>
        <message>
            <source>a touch cooler</source>
            <translation>un rien plus rosé</translation>
        </message>
        <message>
            <source>cooler</source>
            <translation>plus rosé</translation>
        </message>
        <message>
            <source>Stand in front of the mirror, with all of your face in the picture.</source>
            <translation>Placez-vous devant le miroir, tout le visage dans l’image.</translation>
        </message>
        <message>
            <source>Come a little closer.</source>
            <translation>Approchez-vous un peu.</translation>
        </message>
        <message>
            <source>Look straight at the mirror and hold still.</source>
            <translation>Regardez le miroir bien en face, sans bouger.</translation>
        </message>
        <message>
            <source>Take off dark glasses and open your eyes: their white tells the mirror what the light is like.</source>
            <translation>Retirez vos lunettes sombres et ouvrez les yeux : leur blanc dit au miroir quelle est la lumière.</translation>
        </message>
        <message>
            <source>It is too dark here. Step where more light falls on your face.</source>
            <translation>Il fait trop sombre ici. Placez-vous là où votre visage est mieux éclairé.</translation>
        </message>
        <message>
            <source>The light on your face is too bright. Step a little out of it.</source>
            <translation>La lumière sur votre visage est trop forte. Écartez-vous-en un peu.</translation>
        </message>
        <message>
            <source>The two sides of your face are in different light. Turn so that it falls from the front.</source>
            <translation>Les deux côtés de votre visage sont éclairés différemment. Tournez-vous pour que la lumière vienne de face.</translation>
        </message>
        <message>
            <source>The light here is too coloured. Ask one of us: we match you in daylight.</source>
            <translation>La lumière ici est trop colorée. Demandez-nous : nous trouvons votre teinte à la lumière du jour.</translation>
        </message>
        <message>
            <source>The mirror has no picture just now. Ask one of us: we match you by hand.</source>
            <translation>Le miroir n’a pas d’image pour le moment. Demandez-nous : nous cherchons votre teinte à la main.</translation>
        </message>
        <message>
            <source>Care</source>
            <translation>Soin</translation>
        </message>
        <message>
            <source>Fragrance</source>
            <translation>Parfum</translation>
        </message>
        <message>
            <source>Tools</source>
            <translation>Outils</translation>
        </message>
        <message>
            <source>Vegan</source>
            <translation>Végan</translation>
        </message>
        <message>
            <source>Fragrance-free</source>
            <translation>Sans parfum</translation>
        </message>
        <message>
            <source>For sensitive skin</source>
            <translation>Pour peau sensible</translation>
        </message>
        <message>
            <source>Sun protection</source>
            <translation>Protection solaire</translation>
        </message>
        <message>
            <source>Waterproof</source>
            <translation>Waterproof</translation>
        </message>
        <message>
            <source>Long wear</source>
            <translation>Longue tenue</translation>
        </message>
        <message>
            <source>Refillable</source>
            <translation>Rechargeable</translation>
        </message>
        <message>
            <source>New</source>
            <translation>Nouveau</translation>
        </message>
        <message>
            <source>As on the shelf</source>
            <translation>Comme en rayon</translation>
        </message>
        <message>
            <source>Lowest price</source>
            <translation>Prix le plus bas</translation>
        </message>
        <message>
            <source>Lowest price per unit</source>
            <translation>Prix à l’unité le plus bas</translation>
        </message>
        <message>
            <source>%1 / 100 ml</source>
            <comment>price</comment>
            <translation>%1 / 100 ml</translation>
        </message>
        <message>
            <source>%1 / 10 g</source>
            <comment>price</comment>
            <translation>%1 / 10 g</translation>
        </message>
        <message>
            <source>%1 each</source>
            <comment>price</comment>
            <translation>%1 la pièce</translation>
        </message>
        <message>
            <source>In stock here</source>
            <translation>En stock ici</translation>
        </message>
        <message>
            <source>Not here today</source>
            <translation>Pas ici aujourd’hui</translation>
        </message>
        <message>
            <source>None at the moment</source>
            <translation>Aucun pour le moment</translation>
        </message>
        <message>
            <source>One left</source>
            <translation>Un seul reste</translation>
        </message>
        <message>
            <source>%1 left</source>
            <comment>number, 2 or 3</comment>
            <translation>Il en reste %1</translation>
        </message>
        <message>
            <source>In stock</source>
            <translation>En stock</translation>
        </message>
        <message>
            <source>Ask one of us</source>
            <translation>Demandez-nous</translation>
        </message>
        <message>
            <source>just now</source>
            <translation>à l’instant</translation>
        </message>
        <message>
            <source>%1 min ago</source>
            <comment>minutes</comment>
            <translation>il y a %1 min</translation>
        </message>
        <message>
            <source>%1 h ago</source>
            <comment>hours</comment>
            <translation>il y a %1 h</translation>
        </message>
        <message>
            <source>%1 days ago</source>
            <comment>2 or more</comment>
            <translation>il y a %1 jours</translation>
        </message>
        <message>
            <source>Brand</source>
            <translation>Marque</translation>
        </message>
        <message>
            <source>Finish</source>
            <translation>Fini</translation>
        </message>
        <message>
            <source>Colour</source>
            <translation>Couleur</translation>
        </message>
        <message>
            <source>Good to know</source>
            <translation>Bon à savoir</translation>
        </message>
        <message>
            <source>plum</source>
            <translation>prune</translation>
        </message>
        <message>
            <source>coral</source>
            <translation>corail</translation>
        </message>
    </context>
    <context>
        <name>PeopleSwitch</name>
        <message>
            <source>Who is being dressed</source>
            <translation>Qui se maquille</translation>
        </message>
        <message>
            <source>You</source>
            <translation>Vous</translation>
        </message>
        <message>
            <source>Friend</source>
            <translation>Votre ami(e)</translation>
        </message>
        <message>
            <source>Friend %1</source>
            <translation>Ami(e) %1</translation>
        </message>
        <message>
            <source>Dress your friend too</source>
            <translation>Maquiller aussi votre ami(e)</translation>
        </message>
    </context>
    <context>
        <name>Keyboard</name>
        <message>
            <source>Delete the last letter</source>
            <translation>Effacer la dernière lettre</translation>
        </message>
        <message>
            <source>Letters: %1</source>
            <translation>Lettres : %1</translation>
        </message>
        <message>
            <source>Space</source>
            <translation>Espace</translation>
        </message>
        <message>
            <source>Done</source>
            <translation>Terminé</translation>
        </message>
    </context>
    <context>
        <name>ProductCard</name>
        <message>
            <source>from %1</source>
            <comment>price</comment>
            <translation>dès %1</translation>
        </message>
    </context>
    <context>
        <name>ProductPage</name>
        <message>
            <source>Back to the shop</source>
            <translation>Retour à la boutique</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Revenir au miroir</translation>
        </message>
        <message>
            <source>This is not sold any more.</source>
            <translation>Cet article n’est plus vendu.</translation>
        </message>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>%1, a %2</source>
            <comment>shade name, colour in words</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>%1, not here today</source>
            <translation>%1, pas ici aujourd’hui</translation>
        </message>
        <message>
            <source>Where to find it</source>
            <translation>Où le trouver</translation>
        </message>
        <message>
            <source>Here, %1</source>
            <comment>name of the shop</comment>
            <translation>Ici, %1</translation>
        </message>
        <message>
            <source>%1, %2</source>
            <comment>shop, city</comment>
            <translation>%1, %2</translation>
        </message>
        <message>
            <source>Goes with</source>
            <translation>Se marie avec</translation>
        </message>
        <message>
            <source>Ingredients</source>
            <translation>Ingrédients</translation>
        </message>
        <message>
            <source>Try on</source>
            <translation>Essayer</translation>
        </message>
        <message>
            <source>On my wish list</source>
            <translation>Dans ma liste d’envies</translation>
        </message>
        <message>
            <source>In your cart</source>
            <translation>Dans votre panier</translation>
        </message>
        <message>
            <source>Add to cart · %1</source>
            <translation>Ajouter au panier · %1</translation>
        </message>
        <message>
            <source>The shop cannot be looked through just now. Ask one of us.</source>
            <translation>La boutique n’est pas consultable pour le moment. Demandez-nous.</translation>
        </message>
    </context>
    <context>
        <name>SearchField</name>
        <message>
            <source>Delete what was typed</source>
            <translation>Effacer la saisie</translation>
        </message>
    </context>
    <context>
        <name>ShopFilters</name>
        <message>
            <source>%1 · %2</source>
            <translation>%1 · %2</translation>
        </message>
        <message>
            <source>Clear</source>
            <translation>Effacer</translation>
        </message>
        <message>
            <source>Show one product</source>
            <translation>Voir un produit</translation>
        </message>
        <message>
            <source>Show %1 products</source>
            <translation>Voir %1 produits</translation>
        </message>
    </context>
    <context>
        <name>ShopPage</name>
        <message>
            <source>Search</source>
            <translation>Rechercher</translation>
        </message>
        <message>
            <source>Back to the mirror</source>
            <translation>Revenir au miroir</translation>
        </message>
        <message>
            <source>Shelves</source>
            <translation>Rayons</translation>
        </message>
        <message>
            <source>Everything</source>
            <translation>Tout</translation>
        </message>
        <message>
            <source>Filters: %1</source>
            <comment>number</comment>
            <translation>Filtres : %1</translation>
        </message>
        <message>
            <source>Filters</source>
            <translation>Filtres</translation>
        </message>
        <message>
            <source>In stock here</source>
            <translation>En stock ici</translation>
        </message>
        <message>
            <source>The shop cannot be looked through just now. Ask one of us.</source>
            <translation>La boutique n’est pas consultable pour le moment. Demandez-nous.</translation>
        </message>
        <message>
            <source>One product</source>
            <translation>Un produit</translation>
        </message>
        <message>
            <source>%1 products</source>
            <comment>number</comment>
            <translation>%1 produits</translation>
        </message>
        <message>
            <source>Nothing fits. Try fewer letters or fewer filters, or ask one of us.</source>
            <translation>Rien ne correspond. Essayez moins de lettres ou de filtres, ou demandez-nous.</translation>
        </message>
        <message>
            <source>Products</source>
            <translation>Produits</translation>
        </message>
    </context>
    <context>
        <name>WishListPage</name>
        <message>
            <source>Wish list</source>
            <translation>Liste d’envies</translation>
        </message>
        <message>
            <source>All together, tax included</source>
            <translation>Total, TVA comprise</translation>
        </message>
        <message>
            <source>Keep trying</source>
            <translation>Continuer à essayer</translation>
        </message>
        <message>
            <source>Nothing here yet. Touch the heart of what you like, and find it again here.</source>
            <translation>Rien pour l’instant. Touchez le cœur de ce qui vous plaît pour le retrouver ici.</translation>
        </message>
        <message>
            <source>Put what you want into your cart, or show this list to one of us. It goes when you leave.</source>
            <translation>Mettez ce que vous voulez dans votre panier ou montrez-nous cette liste. Elle disparaît quand vous partez.</translation>
        </message>
        <message>
            <source>About %1</source>
            <comment>product</comment>
            <translation>À propos de %1</translation>
        </message>
        <message>
            <source>Try on %1</source>
            <translation>Essayer %1</translation>
        </message>
        <message>
            <source>%1 · on you now</source>
            <comment>shade</comment>
            <translation>%1 · sur vous</translation>
        </message>
        <message>
            <source>Add %1 to the cart</source>
            <translation>Ajouter %1 au panier</translation>
        </message>
        <message>
            <source>Remove %1</source>
            <translation>Retirer %1</translation>
        </message>
    </context>
</TS>
